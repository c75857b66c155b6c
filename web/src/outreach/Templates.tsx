/** What messages say. */
import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { channelName } from "../app/channels";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { usePlace } from "../app/place";
import { useMay } from "../app/viewer";
import type { TemplatesQuery } from "../graphql/graphql";
import { usePages } from "../table/usePages";
import { Ago } from "../time/Ago";
import { TEMPLATES } from "./operations";

const TemplateForm = lazy(() => import("./TemplateForm").then((module) => ({ default: module.TemplateForm })));

export type Template = TemplatesQuery["messageTemplates"]["nodes"][number];

export function Templates() {
  const [{ template }, change] = usePlace();
  const pages = usePages(TEMPLATES, {}, (data) => data.messageTemplates);
  const mayWork = useMay("OPERATOR");
  if (pages.error) return <Failed error={pages.error} retry={pages.refresh} />;
  if (pages.loading) return <Skeleton height={240} />;
  const opened = pages.rows.find(({ id }) => id === template);
  return (
    <Stack gap="sm">
      {mayWork && (
        <Group justify="flex-end">
          <Button onClick={() => change({ template: "new" })}>New template</Button>
        </Group>
      )}
      {pages.rows.length === 0 && (
        <Nothing title="No templates yet">A template is the text of a message, with blanks for who gets it.</Nothing>
      )}
      {pages.rows.map(({ id, name, channel, subject, updatedAt }) => (
        <Group
          key={id}
          justify="space-between"
          wrap="nowrap"
          py={6}
          style={{ borderBottom: "1px solid var(--cam-line)" }}
        >
          <div style={{ minWidth: 0 }}>
            <Text fw={600} truncate>
              {name}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              {channelName(channel)}
              {subject && ` · ${subject}`} · changed <Ago at={updatedAt} />
            </Text>
          </div>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => change({ template: id })}
            aria-label={`Open ${name}`}
          >
            Open
          </Button>
        </Group>
      ))}
      {(opened || template === "new") && (
        <Suspense fallback={null}>
          <TemplateForm
            key={opened?.id ?? "new"}
            template={opened}
            close={() => change({ template: undefined })}
            saved={pages.refresh}
          />
        </Suspense>
      )}
    </Stack>
  );
}
