/** One job: how it goes, source by source, and whom it found so far. */
import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useSubscription } from "urql";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { JobLineFragment } from "../graphql/graphql";
import { Ago } from "../time/Ago";
import { CamDiscoveredProfilesTable } from "./CamDiscoveredProfilesTable";
import { CANCEL_JOB, JOB, JOB_GOES_ON, RUN_JOB } from "./operations";
import { SourceLine } from "./SourceLine";
import { Status } from "./Status";

export function JobView({ jobId }: { jobId: string }) {
  const [{ data, error, fetching }, ask] = useQuery({ query: JOB, variables: { id: jobId } });
  const job = data?.discoveryJob;
  // A job that is asked to run again is subscribed to anew: the last subscription ended with the last run.
  useSubscription({ query: JOB_GOES_ON, variables: { id: jobId }, pause: !job || !isUnderWay(job) });
  if (error) return <Failed error={error} retry={() => ask({ requestPolicy: "network-only" })} />;
  if (!job) return fetching ? <Skeleton height={320} /> : <Nothing title="This job is gone" />;
  return (
    <Stack gap="sm" miw={0}>
      <Group justify="space-between" align="start">
        <div>
          <Title order={2} fz="lg">
            {job.name}
          </Title>
          <Text size="sm" c="dimmed" role="status">
            <Status status={job.status} /> · {job.profileCount.toLocaleString()} found
            {job.completedAt && !isUnderWay(job) && (
              <>
                {" "}
                · ended <Ago at={job.completedAt} />
              </>
            )}
          </Text>
        </div>
        <JobActions job={job} />
      </Group>
      {job.errorMessage && (
        <Text c="var(--mantine-color-error)" size="sm">
          {job.errorMessage}
        </Text>
      )}
      <div>
        {job.sourceRuns.map((run) => (
          <SourceLine key={run.platform} run={run} />
        ))}
      </div>
      <CamDiscoveredProfilesTable jobId={jobId} found={job.profileCount} underWay={isUnderWay(job)} />
    </Stack>
  );
}

/** A job is PENDING both before its first run and while it waits for a worker: only the latter was asked for. */
function isUnderWay(job: JobLineFragment): boolean {
  return job.status === "RUNNING" || (job.status === "PENDING" && job.queuedAt != null);
}

function JobActions({ job }: { job: JobLineFragment }) {
  const [running, run] = useMutation(RUN_JOB);
  const [cancelling, cancel] = useMutation(CANCEL_JOB);
  if (!useMay("OPERATOR")) return null;
  if (isUnderWay(job)) {
    const act = () =>
      cancel({ id: job.id }).then(({ data, error }) => tellErrors(data?.cancelDiscoveryJob.userErrors, error));
    return (
      <Button variant="default" onClick={act} loading={cancelling.fetching}>
        Cancel
      </Button>
    );
  }
  const act = () => run({ id: job.id }).then(({ data, error }) => tellErrors(data?.runDiscoveryJob.userErrors, error));
  return (
    <Button onClick={act} loading={running.fetching}>
      {job.completedAt ? "Run again" : "Run"}
    </Button>
  );
}
