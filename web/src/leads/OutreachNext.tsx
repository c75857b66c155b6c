/** What outreach will do next with a lead, or why it will not. */
import { Anchor, Button, Collapse, Group, Select, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useMutation, useQuery } from "urql";
import { channelName } from "../app/channels";
import { Failed } from "../app/Failed";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { Channel, DecisionQuery } from "../graphql/graphql";
import { Asking } from "../pipeline/Asking";
import { ruleName } from "../safety/rules";
import { exactly } from "../time/zones";
import { Enrolled, EnrolmentsEnded } from "./Enrolled";
import type { Lead } from "./LeadPanel";
import { DECISION, STOP_FOR_LEAD } from "./operations";

type Decision = DecisionQuery["safetyDecision"];

const CHANNELS: Channel[] = ["EMAIL", "LINKEDIN", "TWITTER", "INSTAGRAM", "PHONE"];

export function OutreachNext({ lead, changed }: { lead: Lead; changed: () => void }) {
  const [chosen, choose] = useState<Channel>("EMAIL");
  const mayWork = useMay("OPERATOR");
  const active = lead.enrolments.filter(({ status }) => status === "ACTIVE");
  const channels = [...new Set(active.map(({ sequence }) => sequence.channel))];
  return (
    <section>
      <Group justify="space-between" mb={6}>
        <Title order={3} fz="sm">
          Outreach
        </Title>
        {active.length > 0 && mayWork && <StopButton lead={lead} changed={changed} />}
      </Group>
      <Stack gap={6}>
        {active.map((enrolment) => (
          <Enrolled key={enrolment.id} enrolment={enrolment} />
        ))}
        {active.length === 0 && (
          <Group gap={8} wrap="nowrap">
            <Text size="sm" c="dimmed">
              In no sequence. By
            </Text>
            <Select
              aria-label="Channel that is asked about"
              size="xs"
              w={120}
              allowDeselect={false}
              data={CHANNELS.map((value) => ({ value, label: channelName(value) }))}
              value={chosen}
              onChange={(value) => value && choose(value as Channel)}
            />
          </Group>
        )}
        {(channels.length ? channels : [chosen]).map((channel) => (
          <Decided key={channel} lead={lead} channel={channel} named={channels.length > 1} />
        ))}
        <EnrolmentsEnded enrolments={lead.enrolments} />
      </Stack>
    </section>
  );
}

/** Whether a message may go out now by a channel, and on demand what every rule says. */
function Decided({ lead, channel, named }: { lead: Lead; channel: Channel; named: boolean }) {
  const [{ data, error }, ask] = useQuery({ query: DECISION, variables: { leadId: lead.id, channel } });
  const [opened, { toggle }] = useDisclosure();
  // What is known of the lead is part of the decision.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again for each version
  useEffect(() => ask({ requestPolicy: "network-only" }), [lead.version, lead.lastContactedAt]);
  if (error && !data) return <Failed error={error} retry={() => ask({ requestPolicy: "network-only" })} />;
  if (!data) return <Skeleton height={18} />;
  return (
    <div>
      <Text size="sm">
        {named && `${channelName(channel)}: `}
        {verdict(data.safetyDecision, lead.timeZone)}{" "}
        <Anchor component="button" type="button" inherit underline="always" onClick={toggle} aria-expanded={opened}>
          Why?
        </Anchor>
      </Text>
      <Collapse expanded={opened}>
        <Checks decision={data.safetyDecision} />
      </Collapse>
    </div>
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

function StopButton({ lead, changed }: { lead: Lead; changed: () => void }) {
  const [asking, { open, close }] = useDisclosure();
  const [{ fetching }, stop] = useMutation(STOP_FOR_LEAD);
  const act = async () => {
    const { data, error } = await stop({ id: lead.id });
    if (!tellErrors(data?.stopOutreach.userErrors, error)) changed();
  };
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={open} loading={fetching}>
        End for this lead
      </Button>
      <Asking
        opened={asking}
        close={close}
        title={`End outreach to ${lead.name}?`}
        act="End it"
        dangerous
        agreed={() => void act()}
      >
        What is scheduled is not sent, in any sequence. To write to them again, schedule them anew.
      </Asking>
    </>
  );
}
