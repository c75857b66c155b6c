import { Text } from "@mantine/core";
import { platformName } from "../app/platforms";
import type { JobLineFragment } from "../graphql/graphql";
import { Ago } from "../time/Ago";
import { Status, StatusSign } from "./Status";

type Run = JobLineFragment["sourceRuns"][number];

/** What one source of a job is doing, as one line; the failing one says why. */
export function SourceLine({ run }: { run: Run }) {
  return (
    <div className="cam-run">
      <StatusSign status={run.status} />
      <Text fw={500} size="sm">
        {platformName(run.platform)}
      </Text>
      <Status status={run.status} />
      <span className="cam-number">{counted(run.profilesFound, "person", "people")}</span>
      <span className="cam-number">{counted(run.requestsMade, "request", "requests")}</span>
      <Text size="sm" c={run.error ? "var(--mantine-color-error)" : "dimmed"}>
        {run.status === "WAITING" && run.retryAt && (
          <>
            goes on <Ago at={run.retryAt} />
          </>
        )}
        {run.error}
        {run.profilesRejected > 0 && !run.error && `${run.profilesRejected.toLocaleString()} left out`}
      </Text>
    </div>
  );
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString()} ${count === 1 ? one : many}`;
}
