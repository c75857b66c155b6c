/** Messages one after another: those that run, and scheduling others. */
import { Alert, Button, Group, Skeleton, Stack, Switch, Text, Title } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useMutation, useQuery } from "urql";
import { channelName } from "../app/channels";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { usePlace } from "../app/place";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { SequencesQuery } from "../graphql/graphql";
import { Asking } from "../pipeline/Asking";
import { Ago } from "../time/Ago";
import { delayInWords } from "./delays";
import { SEQUENCES, SET_LIVE, STOP_SEQUENCE } from "./operations";
import "./outreach.css";

const ScheduleForm = lazy(() => import("./ScheduleForm").then((module) => ({ default: module.ScheduleForm })));

type Campaign = NonNullable<SequencesQuery["campaign"]>;
type Sequence = Campaign["outreachSequences"]["nodes"][number];

export function Sequences() {
  const [place] = usePlace();
  if (!place.campaign) {
    return <Nothing title="Choose a campaign at the top">Sequences belong to one: its leads get them.</Nothing>;
  }
  return <OfCampaign campaignId={place.campaign} />;
}

function OfCampaign({ campaignId }: { campaignId: string }) {
  const [place, change] = usePlace();
  const [{ data, error }, ask] = useQuery({ query: SEQUENCES, variables: { id: campaignId } });
  const mayWork = useMay("OPERATOR");
  const refresh = () => ask({ requestPolicy: "network-only" });
  if (error && !data) return <Failed error={error} retry={refresh} />;
  const campaign = data?.campaign;
  if (!campaign) return data ? <Nothing title="This campaign is gone" /> : <Skeleton height={240} />;
  const sequences = campaign.outreachSequences.nodes;
  return (
    <Stack gap="md">
      <Liveness campaign={campaign} />
      <Group justify="space-between">
        <Title order={2} fz="md">
          Sequences of {campaign.name}
        </Title>
        {mayWork && <Button onClick={() => change({ new: "sequence" })}>Schedule outreach</Button>}
      </Group>
      {sequences.length === 0 && (
        <Nothing title="No sequence yet">Choose leads and templates by “Schedule outreach”.</Nothing>
      )}
      {sequences.map((sequence) => (
        <SequenceCard key={sequence.id} sequence={sequence} changed={refresh} />
      ))}
      {place.new === "sequence" && (
        <Suspense fallback={null}>
          <ScheduleForm campaignId={campaignId} close={() => change({ new: undefined })} scheduled={refresh} />
        </Suspense>
      )}
    </Stack>
  );
}

/** Whether messages of this campaign really leave; plainly, since it must not be mistaken. */
function Liveness({ campaign }: { campaign: Campaign }) {
  const [{ fetching }, set] = useMutation(SET_LIVE);
  const [asking, setAsking] = useState(false);
  const mayWork = useMay("OPERATOR");
  const turn = async (live: boolean) => {
    const { data, error } = await set({ id: campaign.id, live });
    tellErrors(data?.updateCampaign.userErrors, error);
  };
  return (
    <Alert variant="light" color={campaign.outreachLive ? "teal" : "gray"}>
      <Group justify="space-between">
        <Text size="sm">
          {campaign.outreachLive
            ? "Live: messages of this campaign are sent, inside all limits."
            : "Preview only: messages are written and kept, and nothing is sent."}
        </Text>
        {mayWork && (
          <Switch
            label="Live"
            checked={campaign.outreachLive}
            disabled={fetching}
            onChange={(event) => (event.currentTarget.checked ? setAsking(true) : void turn(false))}
          />
        )}
      </Group>
      <Asking
        opened={asking}
        close={() => setAsking(false)}
        title={`Send the messages of ${campaign.name}?`}
        act="Go live"
        agreed={() => void turn(true)}
      >
        Enrolments whose first message is due from now on are sent to real people, as far as the limits and the server’s
        own switch allow it.
      </Asking>
    </Alert>
  );
}

function SequenceCard({ sequence, changed }: { sequence: Sequence; changed: () => void }) {
  const [asking, setAsking] = useState(false);
  const [, stop] = useMutation(STOP_SEQUENCE);
  const mayWork = useMay("OPERATOR");
  const act = async () => {
    const { data, error } = await stop({ id: sequence.id });
    if (!tellErrors(data?.stopOutreach.userErrors, error)) changed();
  };
  const people = sequence.enrolments.totalCount;
  return (
    <article className="cam-letter">
      <Group justify="space-between">
        <Text size="sm">
          <b>
            {sequence.steps.length} by {channelName(sequence.channel)}
          </b>{" "}
          to {people.toLocaleString()} {people === 1 ? "lead" : "leads"}, by {sequence.actor}{" "}
          <Ago at={sequence.createdAt} />
        </Text>
        {mayWork && (
          <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
            End it
          </Button>
        )}
      </Group>
      <Stack component="ol" gap={2} m="8px 0 0" pl={20}>
        {sequence.steps.map(({ number, delayMinutes, subject, template }) => (
          <Text key={number} component="li" size="sm">
            {template?.name ?? "a template that is gone"}
            {subject && `: ${subject}`}
            <Text span inherit c="dimmed">
              {" "}
              {delayInWords(number, delayMinutes)}
            </Text>
          </Text>
        ))}
      </Stack>
      <Asking
        opened={asking}
        close={() => setAsking(false)}
        title="End this sequence?"
        act="End it"
        dangerous
        agreed={() => void act()}
      >
        Nothing more of it is sent to anybody. What was sent stays sent.
      </Asking>
    </article>
  );
}
