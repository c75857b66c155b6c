import { expect, test } from "vitest";
import type { LeadCardFragment, LeadStage } from "../graphql/graphql";
import { columnsOf, stageBeside } from "./board";

const lead = (id: string, stage: LeadStage, day: number): LeadCardFragment => ({
  id,
  name: id,
  stage,
  stageEnteredAt: `2026-11-0${day}T00:00:00Z`,
  role: null,
  company: null,
  score: null,
  owner: null,
  doNotContact: false,
  lastContactedAt: null,
  version: 1,
});

test("a lead that was moved since stands and counts in its new column, on top", () => {
  const columns = columnsOf([
    { stage: "NEW", count: 40, leads: [lead("Ada", "CONTACTED", 9), lead("Grace", "NEW", 2)] },
    { stage: "CONTACTED", count: 3, leads: [lead("Alan", "CONTACTED", 1)] },
  ]);

  const shown = columns
    .filter(({ leads }) => leads.length)
    .map(({ stage, count, leads }) => [stage, count, leads.map(({ id }) => id)]);
  expect(shown).toEqual([
    ["NEW", 39, ["Grace"]],
    ["CONTACTED", 4, ["Ada", "Alan"]],
  ]);
});

test("a lead that two lists hold is shown once", () => {
  const columns = columnsOf([
    { stage: "NEW", count: 1, leads: [lead("Ada", "CONTACTED", 1)] },
    { stage: "CONTACTED", count: 1, leads: [lead("Ada", "CONTACTED", 1)] },
  ]);

  expect(columns.flatMap(({ leads }) => leads)).toHaveLength(1);
});

test("there is nothing beyond the ends of the funnel", () => {
  expect(stageBeside("NEW", -1)).toBeUndefined();
  expect(stageBeside("NEW", 1)).toBe("CONTACTED");
  expect(stageBeside("LOST", 1)).toBeUndefined();
});
