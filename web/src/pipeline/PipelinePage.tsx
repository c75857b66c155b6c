/** The funnel: how many are where, and everybody in it, on a board or in a table. */
import { Button, Group, SegmentedControl, Skeleton, Stack, Title } from "@mantine/core";
import { lazy, Suspense } from "react";
import { Nothing } from "../app/Nothing";
import { usePlace } from "../app/place";
import { useMay } from "../app/viewer";
import { CamPipelineSummaryCard } from "./CamPipelineSummaryCard";
import "./pipeline.css";
import { useLiveLeads } from "./useLiveLeads";

const Board = lazy(() => import("./Board").then((module) => ({ default: module.Board })));
const CamPipelineTable = lazy(() =>
  import("./CamPipelineTable").then((module) => ({ default: module.CamPipelineTable })),
);
const NewLeadForm = lazy(() => import("./NewLeadForm").then((module) => ({ default: module.NewLeadForm })));
const ImportWizard = lazy(() => import("../imports/ImportWizard").then((module) => ({ default: module.ImportWizard })));

export function PipelinePage() {
  const [place, change] = usePlace();
  const { campaign } = place;
  const view = place.view === "table" ? "table" : "board";
  const mayWork = useMay("OPERATOR");
  const live = useLiveLeads(campaign);
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1} fz="xl">
          Pipeline
        </Title>
        <Group gap={8}>
          <SegmentedControl
            size="xs"
            aria-label="View"
            value={view}
            onChange={(value) => change({ view: value === "table" ? "table" : undefined })}
            data={[
              { value: "board", label: "Board" },
              { value: "table", label: "Table" },
            ]}
          />
          {mayWork && campaign && (
            <>
              <Button variant="default" onClick={() => change({ import: "1" })}>
                Import
              </Button>
              <Button onClick={() => change({ new: "lead" })}>New lead</Button>
            </>
          )}
        </Group>
      </Group>
      <CamPipelineSummaryCard campaignId={campaign} moment={live.moment} />
      <Suspense fallback={<Skeleton height={420} />}>
        {view === "table" ? (
          <CamPipelineTable moment={live.moment} />
        ) : (
          <Board
            campaignId={campaign}
            moment={live.moment}
            changed={live.changed}
            empty={
              <Nothing title="No leads yet">
                {campaign
                  ? "Make leads of people you found, import a file, or add somebody by hand."
                  : "Choose or create a campaign at the top: leads belong to one."}
              </Nothing>
            }
          />
        )}
      </Suspense>
      {campaign && place.new === "lead" && (
        <Suspense fallback={null}>
          <NewLeadForm
            campaignId={campaign}
            opened
            close={() => change({ new: undefined })}
            created={(lead) => change({ new: undefined, lead })}
          />
        </Suspense>
      )}
      {campaign && place.import && (
        <Suspense fallback={<Skeleton height={200} />}>
          <ImportWizard campaignId={campaign} close={() => change({ import: undefined })} />
        </Suspense>
      )}
    </Stack>
  );
}
