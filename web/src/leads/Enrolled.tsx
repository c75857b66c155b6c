/** A lead's place in a sequence: what went out, what comes next, and how it ended. */
import { Text } from "@mantine/core";
import { channelName } from "../app/channels";
import type { EnrolmentStop } from "../graphql/graphql";
import { statusOf } from "../outreach/statuses";
import { Ago } from "../time/Ago";
import type { Lead } from "./LeadPanel";

type Enrolment = Lead["enrolments"][number];

const ENDS: Record<EnrolmentStop, string> = {
  REPLIED: "the lead answered",
  COMPANY_REPLIED: "somebody of the same company answered",
  CLOSED: "the lead was won or lost",
  SUPPRESSED: "nothing may be sent to the lead",
  BOUNCED: "mail cannot be delivered",
  SKIPPED: "a rule forbids the next message for good",
  FAILED: "a message could not be delivered",
  CANCELLED: "somebody stopped it",
};

export function Enrolled({ enrolment }: { enrolment: Enrolment }) {
  const { sequence, preview, messages } = enrolment;
  return (
    <div>
      <Text size="sm">
        In a sequence by {channelName(sequence.channel)}
        {preview && " (preview only: nothing is sent)"}
      </Text>
      <ul className="cam-messages">
        {messages.map((message) => (
          <li key={message.id}>
            Message {message.step} of {sequence.steps.length}: <State message={message} />
            {message.error && <div>{message.error}</div>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function State({ message }: { message: Enrolment["messages"][number] }) {
  const { status, sentAt, scheduledFor } = message;
  const at = sentAt ?? scheduledFor;
  return (
    <>
      {statusOf(status).label}
      {at && (
        <>
          {status === "SCHEDULED" ? " to go out " : " "}
          <Ago at={at} />
        </>
      )}
    </>
  );
}

/** The sequences that a lead was in before, a line each. */
export function EnrolmentsEnded({ enrolments }: { enrolments: readonly Enrolment[] }) {
  return enrolments
    .filter(({ status }) => status !== "ACTIVE")
    .map(({ id, sequence, messages, stopReason, endedAt, preview }) => {
      const sent = messages.filter(({ status }) => status === "SENT" || status === "PREVIEWED").length;
      return (
        <Text key={id} size="sm" c="dimmed">
          A sequence by {channelName(sequence.channel)} {stopReason ? "ended" : "is through"}{" "}
          {endedAt && <Ago at={endedAt} />}
          {stopReason && `: ${ENDS[stopReason]}`}, {sent} of {sequence.steps.length} {preview ? "previewed" : "sent"}
        </Text>
      );
    });
}
