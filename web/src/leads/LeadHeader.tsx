import { Anchor, Badge, Group, Select, Stack, Switch, Text } from "@mantine/core";
import { useMutation } from "urql";
import { platformName } from "../app/platforms";
import { STAGES, stageColour, stageName } from "../app/stages";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { LeadStage } from "../graphql/graphql";
import { useMoveLead } from "../moves/useMoveLead";
import { Ago } from "../time/Ago";
import type { Lead } from "./LeadPanel";
import { UPDATE_LEAD } from "./operations";

/** Where a lead stands, and whether it may be written to. */
export function LeadHeader({ lead }: { lead: Lead }) {
  const { move, question } = useMoveLead();
  const [, update] = useMutation(UPDATE_LEAD);
  const mayWork = useMay("OPERATOR");
  const keepAway = (doNotContact: boolean) =>
    update({ input: { id: lead.id, expectedVersion: lead.version, doNotContact } }).then(({ data, error }) =>
      tellErrors(data?.updateLead.userErrors, error),
    );
  return (
    <Stack gap={8}>
      <Text size="sm" c="dimmed">
        {[lead.role, lead.company, lead.location].filter(Boolean).join(" · ") || lead.campaign.name}
      </Text>
      <Group gap="sm">
        {mayWork ? (
          <Select
            aria-label="Stage"
            w={140}
            size="xs"
            allowDeselect={false}
            value={lead.stage}
            data={STAGES.map((value) => ({ value, label: stageName(value) }))}
            onChange={(to) => to && move(lead, to as LeadStage)}
          />
        ) : (
          <Badge color={stageColour(lead.stage)} variant="dot">
            {stageName(lead.stage)}
          </Badge>
        )}
        <Text size="sm" c="dimmed">
          since <Ago at={lead.stageEnteredAt} />
        </Text>
        {lead.score != null && <Text size="sm">Match {lead.score.toFixed(2)}</Text>}
        <Text size="sm">{lead.owner ? `Owned by ${lead.owner}` : "Nobody’s yet"}</Text>
      </Group>
      {(lead.lastContactedAt || lead.lastRepliedAt) && (
        <Text size="sm" c="dimmed">
          {lead.lastContactedAt && (
            <>
              Contacted <Ago at={lead.lastContactedAt} />
            </>
          )}
          {lead.lastContactedAt && lead.lastRepliedAt && ", "}
          {lead.lastRepliedAt && (
            <>
              {lead.lastContactedAt ? "answered" : "Answered"} <Ago at={lead.lastRepliedAt} />
            </>
          )}
        </Text>
      )}
      <Switch
        label="Do not contact"
        checked={lead.doNotContact}
        disabled={!mayWork}
        onChange={(event) => void keepAway(event.currentTarget.checked)}
      />
      {lead.profiles.length > 0 && (
        <Text size="sm">
          Found on{" "}
          {lead.profiles.map(({ id, platform, handle, profileUrl }, at) => (
            <span key={id}>
              {at > 0 && ", "}
              <Anchor
                inherit
                underline="always"
                href={profileUrl}
                target="_blank"
                rel="noreferrer noopener"
                title={handle}
              >
                {platformName(platform)}
              </Anchor>
            </span>
          ))}
        </Text>
      )}
      {question}
    </Stack>
  );
}
