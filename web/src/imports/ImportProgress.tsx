import { Alert, Button, Group, Progress, Skeleton, Stack, Table, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useSubscription } from "urql";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { tellErrors } from "../forms/errors";
import type { ImportLineFragment, OneImportQuery } from "../graphql/graphql";
import { CANCEL_IMPORT, IMPORT_GOES_ON, ONE_IMPORT } from "./operations";

type Rejected = NonNullable<OneImportQuery["leadImport"]>["rows"];
type Props = { importId: string; again: () => void; close: () => void };

/** How far an import is, and which rows were not taken in, and why. */
export function ImportProgress({ importId, again, close }: Props) {
  const [{ data, error }, ask] = useQuery({ query: ONE_IMPORT, variables: { id: importId } });
  const [, cancel] = useMutation(CANCEL_IMPORT);
  const found = data?.leadImport;
  const underWay = found?.status === "PENDING" || found?.status === "RUNNING";
  useSubscription(
    { query: IMPORT_GOES_ON, variables: { id: importId }, pause: !underWay },
    (count: number = 0, { leadImport: { leadImport } }) => {
      if (leadImport.status !== "PENDING" && leadImport.status !== "RUNNING") ask({ requestPolicy: "network-only" });
      return count + 1;
    },
  );
  if (error) return <Failed error={error} />;
  if (data && !found) return <Nothing title="This import is gone" />;
  if (!found) return <Skeleton height={160} />;
  return (
    <Stack gap="sm">
      <Title order={3} fz="md">
        {heading(found)}
      </Title>
      <Progress
        value={found.rowsTotal ? (found.rowsRead / found.rowsTotal) * 100 : underWay ? 5 : 100}
        animated={underWay}
        aria-label="Rows dealt with"
      />
      <Text size="sm" role="status">
        {found.rowsRead.toLocaleString()} {found.rowsTotal != null && `of ${found.rowsTotal.toLocaleString()} `}rows:{" "}
        {counts(found)}
      </Text>
      {found.errorMessage && (
        <Alert color="red" variant="light">
          {found.errorMessage}
        </Alert>
      )}
      {found.rows.nodes.length > 0 && <RejectedRows rows={found.rows} />}
      <Group justify="flex-end">
        {underWay ? (
          <Button
            variant="default"
            onClick={() =>
              cancel({ id: importId }).then(({ data, error }) => tellErrors(data?.cancelLeadImport.userErrors, error))
            }
          >
            Cancel
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={again}>
              {found.dryRun ? "Back to the columns" : "Another file"}
            </Button>
            <Button onClick={close}>Done</Button>
          </>
        )}
      </Group>
    </Stack>
  );
}

const HEADINGS: Record<ImportLineFragment["status"], string> = {
  PENDING: "Waiting for a worker",
  RUNNING: "Importing",
  DONE: "Imported",
  FAILED: "Could not be imported",
  CANCELLED: "Cancelled",
};

function heading({ status, dryRun, filename }: ImportLineFragment): string {
  const words = dryRun && status === "DONE" ? "Tried; nothing was changed" : HEADINGS[status];
  return filename ? `${words}: ${filename}` : words;
}

/** "12 created, 3 updated, 1 rejected". */
export function counts(found: ImportLineFragment): string {
  const told = [
    [found.createdCount, "created"],
    [found.updatedCount, "updated"],
    [found.unchangedCount, "unchanged"],
    [found.rejectedCount, "rejected"],
  ] as const;
  const some = told.filter(([count]) => count > 0).map(([count, word]) => `${count.toLocaleString()} ${word}`);
  return some.join(", ") || "none yet";
}

function RejectedRows({ rows }: { rows: Rejected }) {
  return (
    <Table fz="sm" captionSide="top">
      <Table.Caption ta="left">
        {rows.totalCount.toLocaleString()} rows were not taken in
        {rows.totalCount > rows.nodes.length && `, the first ${rows.nodes.length} of them`}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Row</Table.Th>
          <Table.Th>Why</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.nodes.map(({ id, number, problems }) => (
          <Table.Tr key={id}>
            <Table.Td className="cam-number">{number}</Table.Td>
            <Table.Td>
              {problems.map(({ column, message }) => (column ? `${column}: ${message}` : message)).join(" ")}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
