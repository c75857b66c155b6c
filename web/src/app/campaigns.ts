import { useQuery } from "urql";
import { graphql } from "../graphql";

const CAMPAIGNS = graphql(`
  query Campaigns {
    campaigns(first: 100, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { id name status targetNiche description outreachLive }
    }
  }
`);

/** The hundred campaigns that changed last. */
export function useCampaigns() {
  const [{ data, error, fetching }] = useQuery({ query: CAMPAIGNS });
  return { campaigns: data?.campaigns.nodes ?? [], error, fetching };
}
