/** To whom nothing is sent, whatever anybody schedules. */
import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useMutation } from "urql";
import { Nothing } from "../app/Nothing";
import { type Place, usePlace } from "../app/place";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { SuppressionFilter, SuppressionKind, SuppressionSource, SuppressionsQuery } from "../graphql/graphql";
import { Asking } from "../pipeline/Asking";
import { CamTable, type Column } from "../table/CamTable";
import { FilterChip } from "../table/FilterChip";
import { usePages } from "../table/usePages";
import { Ago } from "../time/Ago";
import { AddSuppressions } from "./AddSuppressions";
import { REMOVE_SUPPRESSION, SUPPRESSIONS } from "./operations";
import { KINDS, kindName, SOURCES, sourceName } from "./suppressionWords";

type Suppression = SuppressionsQuery["suppressions"]["nodes"][number];

export function Suppressions() {
  const [place, change] = usePlace();
  const pages = usePages(SUPPRESSIONS, { filter: filterOf(place) }, (data) => data.suppressions);
  const [removing, setRemoving] = useState<Suppression>();
  const [, remove] = useMutation(REMOVE_SUPPRESSION);
  const mayChange = useMay("ADMIN");
  const columns = useMemo(() => columnsWith(mayChange ? setRemoving : undefined), [mayChange]);
  const act = async (reason: string | null) => {
    if (!removing) return;
    const { data, error } = await remove({ input: { id: removing.id, reason: reason ?? "" } });
    if (!tellErrors(data?.removeSuppression.userErrors, error)) pages.refresh();
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Group gap={6}>
          <FilterChip name="Kind" options={KINDS} value={place.kind} onChange={(kind) => change({ kind })} />
          <FilterChip name="From" options={SOURCES} value={place.source} onChange={(source) => change({ source })} />
          <Text size="sm" c="dimmed">
            {pages.total?.toLocaleString()} in all
          </Text>
        </Group>
        {mayChange && <Button onClick={() => change({ new: "suppression" })}>Add</Button>}
      </Group>
      <CamTable
        name="Suppressions"
        columns={columns}
        pages={pages}
        rowLabel={(one) => one.value ?? kindName(one.kind)}
        card={(one) => (
          <>
            <Text fw={600} truncate>
              {one.value ?? "erased"}
            </Text>
            <Text size="sm" c="dimmed">
              {kindName(one.kind)} · {sourceName(one.source)} · <Ago at={one.createdAt} />
            </Text>
          </>
        )}
        empty={<Nothing title="Nobody is suppressed">Who unsubscribes, bounces or asks for it stands here.</Nothing>}
      />
      <AddSuppressions
        opened={mayChange && place.new === "suppression"}
        close={() => change({ new: undefined })}
        added={pages.refresh}
      />
      <Asking
        opened={removing !== undefined}
        close={() => setRemoving(undefined)}
        title={`Let ${removing?.value ?? "them"} be written to again?`}
        act="Remove"
        reason
        dangerous
        agreed={(reason) => void act(reason)}
      >
        Remove it only where the person asked for that, and say so.
      </Asking>
    </Stack>
  );
}

function filterOf({ kind, source }: Place): SuppressionFilter {
  return {
    ...(kind && { kind: { eq: kind as SuppressionKind } }),
    ...(source && { source: { eq: source as SuppressionSource } }),
  };
}

function columnsWith(remove: ((one: Suppression) => void) | undefined): Column<Suppression>[] {
  return [
    { id: "value", header: "Who", width: "minmax(160px, 2fr)", cell: ({ value }) => value ?? "erased" },
    { id: "kind", header: "Kind", width: "90px", cell: ({ kind }) => kindName(kind) },
    { id: "source", header: "From", width: "110px", cell: ({ source }) => sourceName(source) },
    { id: "reason", header: "Why", width: "minmax(100px, 1.4fr)", cell: ({ reason }) => reason },
    { id: "actor", header: "By", width: "110px", cell: ({ actor }) => actor },
    { id: "created", header: "Since", width: "110px", cell: ({ createdAt }) => <Ago at={createdAt} /> },
    {
      id: "expires",
      header: "Until",
      width: "110px",
      cell: ({ expiresAt, active }) =>
        expiresAt ? active ? <Ago at={expiresAt} /> : <Badge color="gray">expired</Badge> : "for ever",
    },
    {
      id: "remove",
      header: "Remove",
      width: "90px",
      cell: (one) =>
        remove && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => remove(one)}
            aria-label={`Remove ${one.value ?? "the suppression"}`}
          >
            Remove
          </Button>
        ),
    },
  ];
}
