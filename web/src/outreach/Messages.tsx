/** Every message: scheduled, sent or skipped, and why. */
import { Badge, Group, Stack, Text } from "@mantine/core";
import { channelName } from "../app/channels";
import { Nothing } from "../app/Nothing";
import { usePlace } from "../app/place";
import type { MessagesQuery, OutreachStatus } from "../graphql/graphql";
import { verdict } from "../leads/OutreachNext";
import { CamTable, type Column } from "../table/CamTable";
import { FilterChip } from "../table/FilterChip";
import { usePages } from "../table/usePages";
import { Ago } from "../time/Ago";
import { MessagePanel } from "./MessagePanel";
import { MESSAGES } from "./operations";
import { STATUSES, statusOf } from "./statuses";

export type Message = MessagesQuery["outreachMessages"]["nodes"][number];

export function Messages() {
  const [place, change] = usePlace();
  const filter = {
    ...(place.campaign && { campaign: { eq: place.campaign } }),
    ...(place.status && { status: { eq: place.status as OutreachStatus } }),
  };
  const pages = usePages(MESSAGES, { filter }, (data) => data.outreachMessages);
  const open = pages.rows.find(({ id }) => id === place.message);
  return (
    <Stack gap="sm">
      <Group gap={6}>
        <FilterChip name="State" options={STATUSES} value={place.status} onChange={(status) => change({ status })} />
        <Text size="sm" c="dimmed" ml="auto" pr={36}>
          {pages.total?.toLocaleString()} {pages.total === 1 ? "message" : "messages"}
        </Text>
      </Group>
      <CamTable
        name="Messages"
        columns={COLUMNS}
        pages={pages}
        openId={place.message}
        onOpen={(message) => change({ message: message.id })}
        rowLabel={(message) => message.lead.name}
        card={(message) => (
          <>
            <Group justify="space-between" wrap="nowrap">
              <Text fw={600} truncate>
                {message.lead.name}
              </Text>
              <State status={message.status} />
            </Group>
            <Text size="sm" c="dimmed" truncate>
              {why(message) || message.subject || `step ${message.step}`}
            </Text>
          </>
        )}
        empty={
          <Nothing title="Nothing is to be sent">Write a template, then schedule a sequence for some leads.</Nothing>
        }
      />
      {open && <MessagePanel message={open} close={() => change({ message: undefined })} />}
    </Stack>
  );
}

export function State({ status }: { status: OutreachStatus }) {
  const { label, colour } = statusOf(status);
  return (
    <Badge color={colour} variant="dot">
      {label}
    </Badge>
  );
}

/** Why a message did not go out, or waits; nothing of one that went. */
export function why({ status, error, decision, lead }: Message): string {
  if (status === "SENT" || status === "PREVIEWED") return "";
  return error ?? (decision && !decision.allowed ? verdict(decision, lead.timeZone) : "");
}

const COLUMNS: Column<Message>[] = [
  { id: "lead", header: "To", width: "minmax(120px, 1.3fr)", cell: ({ lead }) => <b>{lead.name}</b> },
  { id: "status", header: "State", width: "110px", cell: ({ status }) => <State status={status} /> },
  { id: "channel", header: "By", width: "90px", cell: ({ channel }) => channelName(channel) },
  { id: "step", header: "Step", width: "50px", numeric: true, cell: ({ step }) => step },
  { id: "subject", header: "Subject", width: "minmax(120px, 1.5fr)", cell: ({ subject }) => subject },
  {
    id: "when",
    header: "When",
    width: "120px",
    cell: ({ sentAt, scheduledFor }) => (sentAt || scheduledFor ? <Ago at={sentAt ?? scheduledFor ?? ""} /> : "–"),
  },
  { id: "why", header: "Why", width: "minmax(140px, 2fr)", cell: why },
  { id: "attempts", header: "Tries", width: "50px", numeric: true, hidden: true, cell: ({ attempts }) => attempts },
];
