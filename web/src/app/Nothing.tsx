/** Where there is nothing yet: what it would be, and what to do first. */
import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

export function Nothing({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <Title order={2} fz="lg">
        {title}
      </Title>
      {typeof children === "string" ? (
        <Text c="dimmed" maw={420}>
          {children}
        </Text>
      ) : (
        children
      )}
    </Stack>
  );
}
