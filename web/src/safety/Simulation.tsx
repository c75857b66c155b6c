import { Alert, Skeleton, Table, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "urql";
import { inWords } from "../app/Failed";
import type { SafetySettingsInput } from "../graphql/graphql";
import { SIMULATE } from "./operations";
import { ruleName } from "./rules";

const DAYS = 14;

/** What the last two weeks' attempts would have come to under settings that are not saved yet. */
export function Simulation({ changes }: { changes: Partial<SafetySettingsInput> }) {
  const [asked] = useDebouncedValue(JSON.stringify(changes), 400);
  const settings: SafetySettingsInput = { channels: [], campaigns: [], ...(JSON.parse(asked) as typeof changes) };
  const [{ data, error }] = useQuery({ query: SIMULATE, variables: { days: DAYS, settings } });
  if (error) {
    return (
      <Alert color="yellow" variant="light" role="status">
        {inWords(error)}
      </Alert>
    );
  }
  if (!data) return <Skeleton height={120} />;
  const told = data.simulateSafetySettings;
  return (
    <section aria-label="Simulation" role="status">
      <Text fw={600} size="sm">
        The last {DAYS} days under these settings
      </Text>
      {told.attempts === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing was to be sent in these days, so there is nothing to compare.
        </Text>
      ) : (
        <Table fz="sm" maw={460} verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Of {told.attempts.toLocaleString()} attempts</Table.Th>
              <Table.Th ta="right">really</Table.Th>
              <Table.Th ta="right">then</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Row name="sent" really={told.reallySent} then={told.sent} />
            <Row name="deferred" really={told.reallyDeferred} then={told.deferred} />
            <Row name="blocked" really={told.reallyBlocked} then={told.blocked} />
            <Row name="not made, as sent before" then={told.spared} />
          </Table.Tbody>
        </Table>
      )}
      {told.rules.length > 0 && (
        <Text size="sm" c="dimmed">
          By {told.rules.map(({ rule, deferred, blocked }) => `${ruleName(rule)}: ${deferred + blocked}`).join(", ")}
        </Text>
      )}
    </section>
  );
}

function Row({ name, really, then }: { name: string; really?: number; then: number }) {
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td className="cam-number">{really?.toLocaleString()}</Table.Td>
      <Table.Td className="cam-number" fw={really !== undefined && really !== then ? 700 : undefined}>
        {then.toLocaleString()}
      </Table.Td>
    </Table.Tr>
  );
}
