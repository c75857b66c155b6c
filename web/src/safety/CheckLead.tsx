import { Group, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useQuery } from "urql";
import { channelName } from "../app/channels";
import { Failed } from "../app/Failed";
import { LeadSearch } from "../appointments/LeadSearch";
import type { Channel } from "../graphql/graphql";
import { Checks, verdict } from "../leads/OutreachNext";
import { DECISION } from "../leads/operations";
import "../leads/leads.css";

const CHANNELS: Channel[] = ["EMAIL", "LINKEDIN", "TWITTER", "INSTAGRAM", "PHONE", "OTHER"];

/** Whether a message to one lead could go out now, and what every rule says to it. */
export function CheckLead() {
  const [leadId, setLeadId] = useState("");
  const [channel, setChannel] = useState<Channel>("EMAIL");
  const [{ data, error }] = useQuery({ query: DECISION, variables: { leadId, channel }, pause: !leadId });
  return (
    <Stack gap="md" maw={640}>
      <Group grow align="start">
        <LeadSearch label="Lead" value={leadId} onChange={setLeadId} />
        <Select
          label="Channel"
          allowDeselect={false}
          data={CHANNELS.map((value) => ({ value, label: channelName(value) }))}
          value={channel}
          onChange={(value) => value && setChannel(value as Channel)}
        />
      </Group>
      {!leadId && <Text c="dimmed">Choose a lead to see what every rule says of a message to them.</Text>}
      {error && <Failed error={error} />}
      {leadId && !data && !error && <Skeleton height={200} />}
      {leadId && data && (
        <>
          <Text fw={600}>{verdict(data.safetyDecision)}</Text>
          <Checks decision={data.safetyDecision} />
        </>
      )}
    </Stack>
  );
}
