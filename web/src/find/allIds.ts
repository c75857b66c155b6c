import type { Client, OperationResult } from "urql";
import type { DiscoveredProfileFilter, ProfileIdsQuery } from "../graphql/graphql";
import { PROFILE_IDS } from "./operations";

/** The ids of everybody who fits, page by page: more than are loaded. */
export async function allIds(client: Client, job: string, filter: DiscoveredProfileFilter): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const answer: OperationResult<ProfileIdsQuery> = await client
      .query(PROFILE_IDS, { job, filter, after }, { requestPolicy: "network-only" })
      .toPromise();
    const page = answer.data?.discoveryJob?.profiles;
    for (const { id } of page?.nodes ?? []) ids.push(id);
    after = page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null;
  } while (after);
  return ids;
}
