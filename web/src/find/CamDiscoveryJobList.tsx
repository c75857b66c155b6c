import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import type { JobLineFragment } from "../graphql/graphql";
import { usePages } from "../table/usePages";
import { Ago } from "../time/Ago";
import { JOBS } from "./operations";
import { Status } from "./Status";

type Props = { campaignId: string; chosen: string | undefined; choose: (id: string) => void };

/** The campaign's jobs, the newest first. */
export function CamDiscoveryJobList({ campaignId, chosen, choose }: Props) {
  const pages = usePages(JOBS, { filter: { campaign: { eq: campaignId } } }, (data) => data.discoveryJobs);
  if (pages.error) return <Failed error={pages.error} retry={pages.refresh} />;
  if (pages.loading) return <Skeleton height={160} />;
  if (pages.rows.length === 0) {
    return <Nothing title="No job yet">A job looks for people by what you say of them: begin with “New job”.</Nothing>;
  }
  return (
    <Stack gap="xs" component="nav" aria-label="Discovery jobs">
      <ul className="cam-jobs">
        {pages.rows.map((job) => (
          <li key={job.id}>
            <JobButton job={job} isChosen={job.id === chosen} choose={() => choose(job.id)} />
          </li>
        ))}
      </ul>
      {pages.hasMore && (
        <Button variant="subtle" onClick={pages.loadMore}>
          Earlier jobs
        </Button>
      )}
    </Stack>
  );
}

function JobButton({ job, isChosen, choose }: { job: JobLineFragment; isChosen: boolean; choose: () => void }) {
  return (
    <button type="button" className="cam-job" aria-current={isChosen} onClick={choose}>
      <Text fw={500} truncate>
        {job.name}
      </Text>
      <Text size="sm" c="dimmed">
        <Status status={job.status} /> · {job.profileCount.toLocaleString()} found ·{" "}
        <Ago at={job.queuedAt ?? job.createdAt} />
      </Text>
    </button>
  );
}
