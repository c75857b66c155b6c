import type { Client, OperationResult } from "urql";
import type { LeadFilter, LeadIdsQuery } from "../graphql/graphql";
import { LEAD_IDS } from "./operations";

/** The ids of all leads that fit, page by page: more than are loaded. */
export async function allLeadIds(client: Client, filter: LeadFilter): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const answer: OperationResult<LeadIdsQuery> = await client
      .query(LEAD_IDS, { filter, after }, { requestPolicy: "network-only" })
      .toPromise();
    const page = answer.data?.leads;
    for (const { id } of page?.nodes ?? []) ids.push(id);
    after = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after);
  return ids;
}
