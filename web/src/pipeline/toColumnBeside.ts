import type { KeyboardCoordinateGetter } from "@dnd-kit/core";
import type { LeadStage } from "../graphql/graphql";
import { stageBeside } from "./board";

const STEPS: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowRight: 1 };

/** A lead that was lifted by keyboard goes from column to column, and not by so many pixels. */
export const toColumnBeside: KeyboardCoordinateGetter = (event, { context }) => {
  const by = STEPS[event.code];
  if (!by) return undefined;
  event.preventDefault();
  const from = (context.over?.id ?? context.active?.data.current?.lead?.stage) as LeadStage | undefined;
  const next = from && stageBeside(from, by);
  const column = next && context.droppableRects.get(next);
  return column ? { x: column.left + 8, y: column.top + 40 } : undefined;
};
