import { Text } from "@mantine/core";
import type { DiscoveryJobStatus, SourceRunStatus } from "../graphql/graphql";

type AnyStatus = DiscoveryJobStatus | SourceRunStatus;

const WORDS: Record<AnyStatus, string> = {
  PENDING: "not run yet",
  RUNNING: "running",
  WAITING: "waiting",
  DONE: "done",
  FAILED: "failed",
  SKIPPED: "skipped",
  CANCELLED: "cancelled",
};
const SIGNS: Record<AnyStatus, string> = {
  PENDING: "○",
  RUNNING: "◐",
  WAITING: "◔",
  DONE: "✓",
  FAILED: "✕",
  SKIPPED: "–",
  CANCELLED: "■",
};
const COLOURS: Partial<Record<AnyStatus, string>> = {
  RUNNING: "var(--mantine-primary-color-light-color)",
  FAILED: "var(--mantine-color-error)",
};

/** Where a job or one of its sources stands, in a word; in colour where it needs to be seen. */
export function Status({ status }: { status: AnyStatus }) {
  return (
    <Text span inherit fw={COLOURS[status] ? 600 : undefined} c={COLOURS[status]}>
      {WORDS[status]}
    </Text>
  );
}

/** The same as a sign, before a line that says it in words. */
export function StatusSign({ status }: { status: AnyStatus }) {
  return (
    <Text span aria-hidden c={COLOURS[status] ?? "dimmed"} ta="center">
      {SIGNS[status]}
    </Text>
  );
}
