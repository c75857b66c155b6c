/** What the board shows, of what the server listed and of what has changed since. */
import { STAGES } from "../app/stages";
import type { LeadCardFragment, LeadStage } from "../graphql/graphql";

export type Column = { stage: LeadStage; count: number; leads: LeadCardFragment[] };
type Listed = { stage: LeadStage; count: number; leads: LeadCardFragment[] };

/**
 * Columns by the stage each lead is in now, the newest in it first. A lead which was moved since its list was read
 * stands in its new column already, and counts there.
 */
export function columnsOf(listed: readonly Listed[]): Column[] {
  const byStage = new Map(STAGES.map((stage) => [stage, { stage, count: 0, leads: [] as LeadCardFragment[] }]));
  const seen = new Set<string>();
  for (const { stage, count, leads } of listed) {
    const column = byStage.get(stage);
    if (column) column.count += count;
    for (const lead of leads) {
      const now = byStage.get(lead.stage);
      if (!now || seen.has(lead.id)) continue;
      seen.add(lead.id);
      now.leads.push(lead);
      if (lead.stage !== stage && column) {
        column.count -= 1;
        now.count += 1;
      }
    }
  }
  const columns = [...byStage.values()];
  for (const { leads } of columns) leads.sort((one, other) => other.stageEnteredAt.localeCompare(one.stageEnteredAt));
  return columns;
}

/** The stage beside another, `by` columns further; undefined beyond the ends. */
export function stageBeside(stage: LeadStage, by: -1 | 1): LeadStage | undefined {
  return STAGES[STAGES.indexOf(stage) + by];
}
