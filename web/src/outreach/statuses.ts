import type { OutreachStatus } from "../graphql/graphql";

/** Where a message stands: in a word, and in colour where somebody should look. */
export const STATUSES: { value: OutreachStatus; label: string; colour: string }[] = [
  { value: "SCHEDULED", label: "scheduled", colour: "indigo" },
  { value: "PENDING", label: "waiting", colour: "gray" },
  { value: "SENT", label: "sent", colour: "teal" },
  { value: "SKIPPED", label: "skipped", colour: "gray" },
  { value: "PREVIEWED", label: "preview", colour: "gray" },
  { value: "FAILED", label: "failed", colour: "red" },
  { value: "UNKNOWN", label: "not known", colour: "yellow" },
];

export function statusOf(status: OutreachStatus) {
  return (
    STATUSES.find(({ value }) => value === status) ?? { value: status, label: status.toLowerCase(), colour: "gray" }
  );
}
