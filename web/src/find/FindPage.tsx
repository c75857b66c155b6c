/** Finding people: what is looked for, how it goes, and who was found. */
import { Anchor, Button, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { lazy, Suspense } from "react";
import { useCampaigns } from "../app/campaigns";
import { Nothing } from "../app/Nothing";
import { usePlace } from "../app/place";
import { useMay } from "../app/viewer";
import { CamDiscoveryJobList } from "./CamDiscoveryJobList";
import "./find.css";
import { JobView } from "./JobView";

const CamDiscoveryCriteriaForm = lazy(() =>
  import("./CamDiscoveryCriteriaForm").then((module) => ({ default: module.CamDiscoveryCriteriaForm })),
);
const ProfilePanel = lazy(() => import("./ProfilePanel").then((module) => ({ default: module.ProfilePanel })));

export function FindPage() {
  const [{ campaign, job, profile, new: making }, change] = usePlace();
  const mayWork = useMay("OPERATOR");
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1} fz="xl">
          Find people
        </Title>
        {mayWork && campaign && <Button onClick={() => change({ new: "job" })}>New job</Button>}
      </Group>
      {campaign ? (
        <div className="cam-find">
          <CamDiscoveryJobList
            campaignId={campaign}
            chosen={job}
            choose={(id) => change({ job: id, profile: undefined })}
          />
          {job ? <JobView key={job} jobId={job} /> : <Text c="dimmed">Choose a job to see whom it found.</Text>}
        </div>
      ) : (
        <ChooseCampaign />
      )}
      <Suspense fallback={null}>
        {campaign && making === "job" && (
          <CamDiscoveryCriteriaForm
            campaignId={campaign}
            opened
            close={() => change({ new: undefined })}
            created={(id) => change({ new: undefined, job: id })}
          />
        )}
        {profile && <ProfilePanel key={profile} profileId={profile} close={() => change({ profile: undefined })} />}
      </Suspense>
    </Stack>
  );
}

function ChooseCampaign() {
  const { campaigns, fetching } = useCampaigns();
  const [, change] = usePlace();
  if (campaigns.length === 0) {
    if (fetching) return null;
    return <Nothing title="Begin with a campaign">It says whom you look for. Create one with + at the top.</Nothing>;
  }
  return (
    <Stack gap="xs">
      <Text c="dimmed">For which campaign?</Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        {campaigns.map(({ id, name, targetNiche, status }) => (
          <div key={id} className="cam-choice">
            <Anchor component="button" type="button" fw={600} onClick={() => change({ campaign: id })}>
              {name}
            </Anchor>
            <Text size="sm" c="dimmed">
              {[targetNiche, status === "ACTIVE" ? null : status.toLowerCase()].filter(Boolean).join(" · ")}
            </Text>
          </div>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
