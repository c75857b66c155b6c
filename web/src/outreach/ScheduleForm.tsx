/** Choosing leads and templates, seeing what each would get, and only then scheduling it. */
import { ActionIcon, Button, Drawer, Group, NumberInput, Select, Stack, Switch, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { channelName } from "../app/channels";
import { tellErrors } from "../forms/errors";
import type { Channel, LeadStage, ScheduleMutation } from "../graphql/graphql";
import { useSelection } from "../table/useSelection";
import { CandidateTable } from "./CandidateTable";
import { EnrolmentResults } from "./EnrolmentResults";
import { SCHEDULE, TEMPLATES } from "./operations";

type Answer = ScheduleMutation["scheduleOutreach"];
type Step = { templateId: string; days: number | string };
type Props = { campaignId: string; close: () => void; scheduled: () => void };

const CHANNELS: Channel[] = ["EMAIL", "LINKEDIN", "TWITTER", "INSTAGRAM", "PHONE", "OTHER"];
const DAY = 1_440;

export function ScheduleForm({ campaignId, close, scheduled }: Props) {
  const narrow = useMediaQuery("(max-width: 700px)");
  const [channel, setChannel] = useState<Channel>("EMAIL");
  const [steps, setSteps] = useState<Step[]>([{ templateId: "", days: 0 }]);
  const [stopForCompany, setStopForCompany] = useState(true);
  const [stage, setStage] = useState<LeadStage | null>("NEW");
  const selection = useSelection();
  const [told, setTold] = useState<Answer>();
  const [{ fetching }, schedule] = useMutation(SCHEDULE);
  const ready = selection.ids.size > 0 && steps.every(({ templateId }) => templateId);

  const send = async (dryRun: boolean) => {
    const { data, error } = await schedule({
      input: {
        campaignId,
        channel,
        stopForCompany,
        dryRun,
        leadIds: [...selection.ids],
        steps: steps.map(({ templateId, days }) => ({ templateId, delayMinutes: Math.round(Number(days) * DAY) })),
      },
    });
    if (tellErrors(data?.scheduleOutreach.userErrors, error)) return;
    if (dryRun) setTold(data?.scheduleOutreach);
    else {
      scheduled();
      close();
    }
  };

  return (
    <Drawer opened onClose={close} position="right" size={narrow ? "100%" : 720} title="Schedule outreach">
      {told ? (
        <EnrolmentResults
          told={told}
          back={() => setTold(undefined)}
          schedule={() => void send(false)}
          busy={fetching}
        />
      ) : (
        <Stack gap="md">
          <Group align="end">
            <Select
              label="By"
              allowDeselect={false}
              data={CHANNELS.map((value) => ({ value, label: channelName(value) }))}
              value={channel}
              onChange={(value) => {
                setChannel((value as Channel | null) ?? "EMAIL");
                setSteps([{ templateId: "", days: 0 }]);
              }}
            />
            <Switch
              mb={8}
              label="A reply ends it for the whole company"
              checked={stopForCompany}
              onChange={(event) => setStopForCompany(event.currentTarget.checked)}
            />
          </Group>
          <Steps channel={channel} steps={steps} change={setSteps} />
          <CandidateTable campaignId={campaignId} stage={stage} setStage={setStage} selection={selection} />
          <Group justify="flex-end">
            <Text size="sm" c="dimmed">
              {selection.ids.size.toLocaleString()} chosen
            </Text>
            <Button onClick={() => void send(true)} disabled={!ready} loading={fetching}>
              See what each would get
            </Button>
          </Group>
        </Stack>
      )}
    </Drawer>
  );
}

function Steps({ channel, steps, change }: { channel: Channel; steps: Step[]; change: (steps: Step[]) => void }) {
  const [{ data }] = useQuery({ query: TEMPLATES, variables: {} });
  const templates = (data?.messageTemplates.nodes ?? []).filter((template) => template.channel === channel);
  const patch = (at: number, step: Partial<Step>) =>
    change(steps.map((one, i) => (i === at ? { ...one, ...step } : one)));
  return (
    <Stack gap={6}>
      {steps.map(({ templateId, days }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
        <Group key={at} align="end" wrap="nowrap">
          <Select
            label={`Message ${at + 1}`}
            placeholder={templates.length ? "Choose a template" : `No template for ${channelName(channel)} yet`}
            data={templates.map(({ id, name }) => ({ value: id, label: name }))}
            value={templateId || null}
            onChange={(value) => patch(at, { templateId: value ?? "" })}
            flex={1}
          />
          <NumberInput
            label={at === 0 ? "Days from now" : "Days later"}
            min={0}
            max={366}
            w={120}
            value={days}
            onChange={(value) => patch(at, { days: value })}
          />
          <ActionIcon
            variant="default"
            size={34}
            disabled={steps.length === 1}
            aria-label={`Take away message ${at + 1}`}
            onClick={() => change(steps.filter((_, i) => i !== at))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      {steps.length < 10 && (
        <Button
          variant="subtle"
          onClick={() => change([...steps, { templateId: "", days: 3 }])}
          style={{ alignSelf: "start" }}
        >
          Another message
        </Button>
      )}
    </Stack>
  );
}
