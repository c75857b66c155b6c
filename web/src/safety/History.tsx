import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useMutation } from "urql";
import { Failed } from "../app/Failed";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { SettingsHistoryQuery } from "../graphql/graphql";
import { Asking } from "../pipeline/Asking";
import { usePages } from "../table/usePages";
import { Ago } from "../time/Ago";
import { HISTORY, RESTORE } from "./operations";

type Version = SettingsHistoryQuery["safetySettings"]["history"]["nodes"][number];

/** Every version of the settings: who changed what, and back to one. */
export function History() {
  const pages = usePages(HISTORY, {}, (data) => data.safetySettings.history);
  const [asked, setAsked] = useState<number>();
  const [, restore] = useMutation(RESTORE);
  const mayChange = useMay("ADMIN");
  if (pages.error) return <Failed error={pages.error} retry={pages.refresh} />;
  if (pages.loading) return <Skeleton height={240} />;
  const goBack = async () => {
    if (asked === undefined) return;
    const { data, error } = await restore({ input: { version: asked } });
    if (!tellErrors(data?.restoreSafetySettings.userErrors, error)) pages.refresh();
  };
  return (
    <Stack gap={0} component="ol" m={0} p={0}>
      {pages.rows.map((version, at) => (
        <Group
          key={version.version}
          component="li"
          justify="space-between"
          wrap="nowrap"
          py={8}
          className="cam-version"
        >
          <div>
            <Text size="sm">
              <b>Version {version.version}</b> by {version.actor}, <Ago at={version.at} />
              {version.restoredFrom != null && `, as version ${version.restoredFrom} was`}
            </Text>
            <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {version.changes.map(change).join(" · ") || "The settings to begin with"}
            </Text>
          </div>
          {mayChange && at > 0 && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => setAsked(version.version)}
              aria-label={`Restore version ${version.version}`}
            >
              Restore
            </Button>
          )}
        </Group>
      ))}
      {pages.hasMore && (
        <Button variant="subtle" onClick={pages.loadMore}>
          Earlier
        </Button>
      )}
      <Asking
        opened={asked !== undefined}
        close={() => setAsked(undefined)}
        title={`Restore version ${asked}?`}
        act="Restore"
        agreed={() => void goBack()}
      >
        It becomes a new version; nothing of the history is lost.
      </Asking>
    </Stack>
  );
}

/** "EMAIL maxPerDay 20 → 40". */
function change({ path, before, after }: Version["changes"][number]): string {
  return `${path.join(" ")} ${told(before)} → ${told(after)}`;
}

function told(value: unknown): string {
  if (value == null) return "none";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
