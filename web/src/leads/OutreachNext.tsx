/** What outreach will do next with a lead, or why it will not. */
import { Anchor, Button, Collapse, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery } from "urql";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { Channel, DecisionQuery } from "../graphql/graphql";
import { ruleName } from "../safety/rules";
import { Ago } from "../time/Ago";
import { exactly } from "../time/zones";
import type { Lead } from "./LeadPanel";
import { DECISION, STOP_FOR_LEAD } from "./operations";

type Decision = DecisionQuery["safetyDecision"];

export function OutreachNext({ lead, changed }: { lead: Lead; changed: () => void }) {
  const active = lead.enrolments.find(({ status }) => status === "ACTIVE");
  const channel: Channel = active?.sequence.channel ?? "EMAIL";
  const [{ data }] = useQuery({ query: DECISION, variables: { leadId: lead.id, channel } });
  const [opened, { toggle }] = useDisclosure();
  const next = active?.messages.find(({ status }) => status === "PENDING" || status === "SCHEDULED");
  return (
    <section>
      <Title order={3} fz="sm" mb={6}>
        Outreach
      </Title>
      <Stack gap={4}>
        {active ? (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">
              {next?.scheduledFor ? (
                <>
                  Message {next.step} of {active.sequence.steps.length} goes out <Ago at={next.scheduledFor} />
                </>
              ) : (
                `In a sequence of ${active.sequence.steps.length}`
              )}
              {active.preview && " (preview only: nothing is sent)"}
            </Text>
            <StopButton leadId={lead.id} changed={changed} />
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            In no sequence.
          </Text>
        )}
        {data ? (
          <>
            <Text size="sm">
              {verdict(data.safetyDecision, lead.timeZone)}{" "}
              <Anchor
                component="button"
                type="button"
                inherit
                underline="always"
                onClick={toggle}
                aria-expanded={opened}
              >
                Why?
              </Anchor>
            </Text>
            <Collapse expanded={opened}>
              <Checks decision={data.safetyDecision} />
            </Collapse>
          </>
        ) : (
          <Skeleton height={18} />
        )}
      </Stack>
    </section>
  );
}

/** "Deferred: outside the window, next try Mon 09:00 Lisbon". */
export function verdict(decision: Decision, zone?: string | null): string {
  if (decision.allowed) return "A message may go out now.";
  const rule = decision.rule ? ruleName(decision.rule) : "a rule";
  if (decision.verdict === "BLOCKED") return `Nothing may be sent: ${rule}.`;
  const then = decision.nextEligibleAt ? `, next try ${exactly(decision.nextEligibleAt, zone ?? undefined)}` : "";
  return `Deferred: ${rule}${then}.`;
}

export function Checks({ decision }: { decision: Decision }) {
  return (
    <ul className="cam-checks">
      {decision.checks.map(({ rule, passed, detail }) => (
        <li key={rule} data-passed={passed || undefined}>
          <span aria-hidden>{passed ? "✓" : "✕"}</span>
          <span>
            <b>{ruleName(rule)}</b>
            <span className="cam-hidden">{passed ? " passed" : " failed"}</span>: {detail}
          </span>
        </li>
      ))}
    </ul>
  );
}

function StopButton({ leadId, changed }: { leadId: string; changed: () => void }) {
  const [{ fetching }, stop] = useMutation(STOP_FOR_LEAD);
  const mayWork = useMay("OPERATOR");
  if (!mayWork) return null;
  const act = async () => {
    const { data, error } = await stop({ id: leadId });
    if (!tellErrors(data?.stopOutreach.userErrors, error)) changed();
  };
  return (
    <Button variant="default" size="compact-sm" onClick={act} loading={fetching}>
      End for this lead
    </Button>
  );
}
