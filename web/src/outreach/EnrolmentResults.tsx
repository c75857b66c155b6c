import { Badge, Button, Group, ScrollArea, Stack, Text } from "@mantine/core";
import type { ScheduleMutation } from "../graphql/graphql";
import { verdict } from "../leads/OutreachNext";
import { Ago } from "../time/Ago";

type Answer = ScheduleMutation["scheduleOutreach"];
type Result = Answer["results"][number];
type Props = { told: Answer; back: () => void; schedule: () => void; busy: boolean };

/** What each lead would get and when, or why nothing, before anything is scheduled. */
export function EnrolmentResults({ told, back, schedule, busy }: Props) {
  const shown = told.results.slice(0, 100);
  return (
    <Stack gap="sm">
      <Text fw={600} role="status">
        {told.enrolled} would get it, {told.skipped} would not
      </Text>
      <ScrollArea.Autosize mah="60vh" type="auto">
        <Stack gap={8}>
          {shown.map((result) => (
            <ResultCard key={result.leadId} result={result} />
          ))}
        </Stack>
      </ScrollArea.Autosize>
      {told.results.length > shown.length && (
        <Text size="sm" c="dimmed">
          And {told.results.length - shown.length} more.
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={back}>
          Back
        </Button>
        <Button onClick={schedule} loading={busy} disabled={!told.enrolled}>
          Schedule for {told.enrolled}
        </Button>
      </Group>
    </Stack>
  );
}

function ResultCard({ result }: { result: Result }) {
  const { lead, outcome, message, decision, scheduledFor, subject, body } = result;
  const reason = message ?? (decision && !decision.allowed ? verdict(decision, lead?.timeZone) : undefined);
  return (
    <article className="cam-letter">
      <Group justify="space-between" wrap="nowrap">
        <b>{lead?.name ?? "A lead that is gone"}</b>
        <Badge color={outcome === "ENROLLED" ? "teal" : "gray"} variant="dot">
          {outcome === "ENROLLED" ? "gets it" : "skipped"}
        </Badge>
      </Group>
      {scheduledFor && outcome === "ENROLLED" && (
        <Text size="sm" c="dimmed">
          <Ago at={scheduledFor} /> at the earliest
        </Text>
      )}
      {reason && <Text size="sm">{reason}</Text>}
      {outcome === "ENROLLED" && body && (
        <p>
          {subject && (
            <>
              <b>{subject}</b>
              {"\n"}
            </>
          )}
          {body}
        </p>
      )}
    </article>
  );
}
