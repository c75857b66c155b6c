import { Title } from "@mantine/core";

export function SafetyPage() {
  return <Title order={1}>Safety</Title>;
}
