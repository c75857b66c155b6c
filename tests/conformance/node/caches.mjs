// Apollo Client and urql: queries, a mutation whose answer changes what was queried before, and an error.
// Arguments: the endpoint, and what to say in Authorization.
import { ApolloClient, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { Client, cacheExchange, fetchExchange } from "@urql/core";

const [uri, authorization] = process.argv.slice(2);
const headers = { authorization };
const LIST = "query ($first: Int!) { campaigns(first: $first) { nodes { id name status } pageInfo { hasNextPage } } }";
const CREATE = "mutation ($name: String!) { createCampaign(input: { name: $name }) { campaign { id name status } } }";
const UPDATE = `mutation ($id: ID!) {
  updateCampaign(input: { id: $id, status: PAUSED }) { campaign { id status } userErrors { message } }
}`;

const apollo = new ApolloClient({ cache: new InMemoryCache(), link: new HttpLink({ uri, headers }) });
const made = await apollo.mutate({ mutation: gql(CREATE), variables: { name: "Apollo" } });
const id = made.data.createCampaign.campaign.id;
await apollo.query({ query: gql(LIST), variables: { first: 100 } });
await apollo.mutate({ mutation: gql(UPDATE), variables: { id } });
const cached = await apollo.query({ query: gql(LIST), variables: { first: 100 }, fetchPolicy: "cache-only" });
const apolloError = await apollo
  .query({ query: gql("{ nothing }") })
  .then(() => null, (error) => error.errors?.[0]?.message ?? error.message);

const urql = new Client({ url: uri, preferGetMethod: false, fetchOptions: { headers }, exchanges: [cacheExchange, fetchExchange] });
const urqlMade = await urql.mutation(CREATE, { name: "Urql" }).toPromise();
const urqlRead = await urql.query(LIST, { first: 100 }).toPromise();
const byGet = await new Client({
  url: uri, preferGetMethod: "force", fetchOptions: { headers }, exchanges: [fetchExchange],
}).query("{ viewer { role } }", {}).toPromise();
const urqlError = await urql.query("{ nothing }", {}).toPromise();
console.log(JSON.stringify({
  paused: cached.data.campaigns.nodes.find((one) => one.id === id).status,
  apolloError,
  urqlMade: urqlMade.data.createCampaign.campaign.name,
  urqlNames: urqlRead.data.campaigns.nodes.map((one) => one.name),
  byGet: byGet.data ?? String(byGet.error),
  urqlError: urqlError.error.graphQLErrors[0]?.message ?? String(urqlError.error),
}));
process.exit(0);
