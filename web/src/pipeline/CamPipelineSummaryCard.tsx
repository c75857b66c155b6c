/** The funnel in a strip: how many are in each stage, how many went on, and how long they stayed. */
import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "urql";
import { Failed } from "../app/Failed";
import { usePlace } from "../app/place";
import { STAGES, stageName } from "../app/stages";
import type { FunnelQuery, LeadStage } from "../graphql/graphql";
import { FUNNEL } from "./operations";
import { useEachMoment } from "./useLiveLeads";

type Pipeline = FunnelQuery["pipeline"];

export function CamPipelineSummaryCard({ campaignId, moment }: { campaignId: string | undefined; moment: number }) {
  const [{ data, error }, ask] = useQuery({ query: FUNNEL, variables: { campaignId } });
  useEachMoment(moment, () => ask({ requestPolicy: "network-only" }));
  if (error && !data) return <Failed error={error} retry={() => ask({ requestPolicy: "network-only" })} />;
  if (!data) return <Skeleton height={92} />;
  return (
    <section aria-label="Funnel">
      <ol className="cam-funnel">
        {STAGES.map((stage) => (
          <FunnelStage key={stage} stage={stage} pipeline={data.pipeline} />
        ))}
      </ol>
      <Text size="sm" c="dimmed" mt={6}>
        {data.pipeline.total.toLocaleString()} {data.pipeline.total === 1 ? "lead" : "leads"} ·{" "}
        {percent(data.pipeline.conversionRate)} of the closed ones won · conversions of the last 30 days
      </Text>
    </section>
  );
}

function FunnelStage({ stage, pipeline }: { stage: LeadStage; pipeline: Pipeline }) {
  const [place, change] = usePlace();
  const found = pipeline.stages.find((one) => one.stage === stage);
  const most = Math.max(1, ...pipeline.stages.map(({ count }) => count));
  const count = found?.count ?? 0;
  const chosen = place.stage === stage;
  return (
    <li>
      <button
        type="button"
        className="cam-funnel-stage"
        aria-pressed={chosen}
        onClick={() => change({ stage: chosen ? undefined : stage, view: "table" })}
        title={`Show the leads in ${stageName(stage)}`}
      >
        <span className="cam-funnel-name">{stageName(stage)}</span>
        <span className="cam-funnel-count">{count.toLocaleString()}</span>
        <span className="cam-funnel-bar" aria-hidden>
          <span style={{ width: `${(count / most) * 100}%` }} />
        </span>
        <span className="cam-funnel-note">{note(stage, pipeline)}</span>
      </button>
    </li>
  );
}

/** What is worth knowing of a stage besides its count. */
function note(stage: LeadStage, pipeline: Pipeline): string {
  const found = pipeline.stages.find((one) => one.stage === stage);
  const next = STAGES[STAGES.indexOf(stage) + 1];
  const onward = pipeline.conversions.find(({ from, to }) => from === stage && to === next);
  const parts = [
    found && found.enteredLast7Days > 0 ? `+${found.enteredLast7Days.toLocaleString()} this week` : undefined,
    onward && stage !== "WON" && stage !== "LOST" ? `${percent(onward.rate)} go on` : undefined,
    found?.medianDaysInStage != null ? `${round(found.medianDaysInStage)} days` : undefined,
  ];
  return parts.filter(Boolean).join(" · ") || "–";
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function round(days: number): string {
  return days < 10 ? days.toFixed(1) : Math.round(days).toString();
}
