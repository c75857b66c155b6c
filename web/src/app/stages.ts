/** The funnel: its stages in their order, and what people call them. */
import type { LeadStage } from "../graphql/graphql";

export const STAGES: LeadStage[] = ["NEW", "CONTACTED", "REPLIED", "QUALIFIED", "WON", "LOST"];

const NAMES: Record<LeadStage, string> = {
  NEW: "New",
  CONTACTED: "Contacted",
  REPLIED: "Replied",
  QUALIFIED: "Qualified",
  WON: "Won",
  LOST: "Lost",
};
const COLOURS: Record<LeadStage, string> = {
  NEW: "gray",
  CONTACTED: "blue",
  REPLIED: "cyan",
  QUALIFIED: "indigo",
  WON: "teal",
  LOST: "red",
};

export function stageName(stage: LeadStage): string {
  return NAMES[stage];
}

export function stageColour(stage: LeadStage): string {
  return COLOURS[stage];
}

/** A closed lead leaves its stage only where it is reopened. */
export function isClosed(stage: LeadStage): boolean {
  return stage === "WON" || stage === "LOST";
}
