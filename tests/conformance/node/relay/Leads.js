// What a Relay application asks for; relay-compiler checks it against the schema, and writes what it sends.
import { graphql } from "react-relay";
export const row = graphql`
  fragment Leads_lead on Lead { id name stage campaign { id name } contactEvents(first: 5) { edges { node { id summary } } } }
`;
export const list = graphql`
  fragment Leads_query on Query
  @refetchable(queryName: "LeadsPaginationQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 20 }, after: { type: "String" }) {
    leads(first: $first, after: $after) @connection(key: "Leads_leads") { edges { node { ...Leads_lead } } }
  }
`;
export const query = graphql`
  query LeadsQuery($id: ID!) { ...Leads_query node(id: $id) { ...Leads_lead @alias(as: "lead") } }
`;
export const move = graphql`
  mutation LeadsMoveMutation($input: UpdateLeadStageInput!) {
    updateLeadStage(input: $input) { lead { ...Leads_lead } userErrors { field message code } }
  }
`;
export const watch = graphql`
  subscription LeadsSubscription { activity { sequence kind subject { id } } }
`;
