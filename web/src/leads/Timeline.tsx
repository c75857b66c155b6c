import { Button, Skeleton, Text } from "@mantine/core";
import {
  IconArrowMerge,
  IconArrowRight,
  IconBrandInstagram,
  IconBrandLinkedin,
  IconBrandX,
  IconCalendar,
  IconFileImport,
  IconMail,
  IconNote,
  IconPhone,
} from "@tabler/icons-react";
import { Failed } from "../app/Failed";
import { stageName } from "../app/stages";
import type { AppointmentStatus, Channel, ImportOutcome, TimelineQuery } from "../graphql/graphql";
import type { Pages } from "../table/usePages";
import { Ago } from "../time/Ago";
import { exactly } from "../time/zones";

type Entry = NonNullable<TimelineQuery["lead"]>["timeline"]["nodes"][number];
type Item = NonNullable<Entry["item"]>;

const MEANS: Record<Channel, string> = {
  EMAIL: "E-mail",
  INSTAGRAM: "Instagram",
  LINKEDIN: "LinkedIn",
  OTHER: "Note",
  PHONE: "Call",
  TWITTER: "X (Twitter)",
};

const OF_CHANNELS: Record<Channel, typeof IconMail> = {
  EMAIL: IconMail,
  INSTAGRAM: IconBrandInstagram,
  LINKEDIN: IconBrandLinkedin,
  OTHER: IconNote,
  PHONE: IconPhone,
  TWITTER: IconBrandX,
};

const STATES: Record<AppointmentStatus, string> = {
  SCHEDULED: "is agreed",
  COMPLETED: "took place",
  CANCELLED: "was called off",
  NO_SHOW: "they did not come",
};

const OUTCOMES: Record<ImportOutcome, string> = {
  CREATED: "Came in",
  UPDATED: "Changed",
  UNCHANGED: "Seen again",
  REJECTED: "Rejected",
};

/** What happened with a lead, the last first. */
export function Timeline({ pages }: { pages: Pages<Entry> }) {
  if (pages.error) return <Failed error={pages.error} retry={pages.refresh} />;
  if (pages.loading) return <Skeleton height={120} />;
  if (pages.rows.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nothing was said yet.
      </Text>
    );
  }
  return (
    <>
      <ol className="cam-timeline">
        {pages.rows.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: changes of stages have no id, and two may be of one moment
          <li key={`${entry.occurredAt} ${at}`}>
            <Sign item={entry.item} />
            <div>{entry.item ? <Told item={entry.item} /> : "deleted"}</div>
            <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
              <Ago at={entry.occurredAt} />
            </Text>
          </li>
        ))}
      </ol>
      {pages.hasMore && (
        <Button variant="subtle" onClick={pages.loadMore}>
          Earlier
        </Button>
      )}
    </>
  );
}

/** What kind of thing it is, at a glance; the words beside it say so, too. */
function Sign({ item }: { item: Item | null | undefined }) {
  const Icon = iconOf(item);
  return <Icon size={16} stroke={1.6} aria-hidden className="cam-sign" />;
}

function iconOf(item: Item | null | undefined): typeof IconMail {
  switch (item?.__typename) {
    case "StageChange":
      return IconArrowRight;
    case "ContactEvent":
      return OF_CHANNELS[item.channel];
    case "Appointment":
      return IconCalendar;
    case "LeadMerge":
      return IconArrowMerge;
    case "LeadImportRow":
      return IconFileImport;
    default:
      return IconNote;
  }
}

function Told({ item }: { item: Item }) {
  switch (item.__typename) {
    case "StageChange":
      return (
        <>
          <b>{item.from ? `${stageName(item.from)} → ${stageName(item.to)}` : `Began as ${stageName(item.to)}`}</b>{" "}
          <Text span inherit c="dimmed">
            by {item.actor}
          </Text>
          {item.reason && <div>{item.reason}</div>}
        </>
      );
    case "ContactEvent":
      return (
        <>
          <b>
            {MEANS[item.channel]} {item.direction === "INBOUND" ? "from them" : "from us"}
          </b>
          {item.ours && (
            <Text span inherit c="dimmed">
              {" "}
              by {item.ours}
            </Text>
          )}
          <div>{item.summary}</div>
        </>
      );
    case "Appointment":
      return (
        <>
          <b>{item.title}</b>{" "}
          <Text span inherit c="dimmed">
            {STATES[item.status]}
            {item.cancelReason && `: ${item.cancelReason}`}
          </Text>
          <div>{exactly(item.startsAt, item.timeZone)}</div>
        </>
      );
    case "LeadMerge":
      return (
        <>
          <b>{item.undoneAt ? "Merge undone" : "Merged"}</b> with {item.absorbed.map(({ name }) => name).join(", ")} by{" "}
          {item.actor}
        </>
      );
    case "LeadImportRow":
      return (
        <>
          <b>{OUTCOMES[item.outcome]}</b> by row {item.number} of {item.leadImport.filename ?? "an import"}
        </>
      );
    default:
      return null;
  }
}
