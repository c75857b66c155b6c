/** The funnel as columns: leads are dragged, or moved by keyboard, from stage to stage. */
import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { Skeleton } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import { useQuery } from "urql";
import { Failed } from "../app/Failed";
import { stageName } from "../app/stages";
import { useMay } from "../app/viewer";
import type { LeadCardFragment, LeadStage } from "../graphql/graphql";
import { useMoveLead } from "../moves/useMoveLead";
import { BoardColumn } from "./BoardColumn";
import { columnsOf } from "./board";
import { LeadFace } from "./LeadFace";
import { BOARD } from "./operations";
import { toColumnBeside } from "./toColumnBeside";
import { useEachMoment } from "./useLiveLeads";

const FIRST = 25;
/** As many as the server lists of a stage; who wants more looks into the table. */
const MOST = 100;

type Props = { campaignId: string | undefined; moment: number; changed: ReadonlySet<string>; empty: ReactNode };

export function Board({ campaignId, moment, changed, empty }: Props) {
  const [first, setFirst] = useState(FIRST);
  const [{ data, error }, ask] = useQuery({ query: BOARD, variables: { campaignId, first } });
  useEachMoment(moment, () => ask({ requestPolicy: "network-only" }));
  const columns = useMemo(() => columnsOf(data?.pipeline.stages ?? []), [data]);
  const { move, question } = useMoveLead();
  const [lifted, setLifted] = useState<LeadCardFragment>();
  const mayMove = useMay("OPERATOR");
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: toColumnBeside, keyboardCodes: KEYS }),
  );

  if (error && !data) return <Failed error={error} retry={() => ask({ requestPolicy: "network-only" })} />;
  if (!data) return <Skeleton height={420} />;
  if (data.pipeline.total === 0) return empty;
  const drop = ({ active, over }: DragEndEvent) => {
    setLifted(undefined);
    const lead = active.data.current?.lead as LeadCardFragment | undefined;
    if (lead && over) move(lead, over.id as LeadStage);
  };
  return (
    <DndContext
      sensors={sensors}
      accessibility={{ announcements: ANNOUNCEMENTS, screenReaderInstructions: { draggable: HOW } }}
      onDragStart={({ active }) => setLifted(active.data.current?.lead as LeadCardFragment)}
      onDragCancel={() => setLifted(undefined)}
      onDragEnd={drop}
    >
      <section className="cam-board" aria-label="Board" tabIndex={-1}>
        {columns.map((column) => (
          <BoardColumn
            key={column.stage}
            column={column}
            changed={changed}
            move={mayMove ? move : undefined}
            more={first < MOST ? () => setFirst(MOST) : undefined}
          />
        ))}
      </section>
      {/* Where it is dropped it stays: the animation would fly back to where it was. */}
      <DragOverlay dropAnimation={null}>{lifted && <LeadFace lead={lifted} />}</DragOverlay>
      {question}
    </DndContext>
  );
}

/** Enter opens a lead, so that only the space bar lifts one. */
const KEYS = { start: ["Space"], cancel: ["Escape"], end: ["Space", "Enter"] };

const HOW =
  "Press Enter to open the lead, the brackets [ and ] to move it to the stage before or after. " +
  "Or press Space to lift it, the arrow keys to choose a stage, Space to drop it there, Escape to leave it.";

const ANNOUNCEMENTS: Announcements = {
  onDragStart: ({ active }) => `${nameOf(active.data.current)} is lifted.`,
  onDragOver: ({ active, over }) =>
    over ? `${nameOf(active.data.current)} is over ${stageName(over.id as LeadStage)}.` : undefined,
  onDragEnd: ({ active, over }) =>
    over
      ? `${nameOf(active.data.current)} is dropped in ${stageName(over.id as LeadStage)}.`
      : "It stays where it was.",
  onDragCancel: () => "It stays where it was.",
};

function nameOf(data: Record<string, unknown> | undefined): string {
  return (data?.lead as LeadCardFragment | undefined)?.name ?? "The lead";
}
