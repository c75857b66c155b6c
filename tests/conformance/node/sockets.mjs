// graphql-ws as a client: two subscribers watch a campaign being created; the second resumes after what the first saw.
// Arguments: the endpoint, and what to say in Authorization.
import { createClient } from "graphql-ws";
import WebSocket from "ws";

const [url, authorization] = process.argv.slice(2);
const connect = (connectionParams) =>
  createClient({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 });

const client = connect({ authorization });
const watched = "subscription ($after: String) { activity(after: $after) { sequence kind } }";
const create = 'mutation ($name: String!) { createCampaign(input: { name: $name }) { campaign { name } } }';

async function one(query, variables) {
  for await (const result of client.iterate({ query, variables })) return result;
}

const before = await one("{ activity(first: 1) { nodes { sequence } } }");
const seen = [];
const watching = (async () => {
  for await (const result of client.iterate({ query: watched })) {
    seen.push(result);
    if (seen.length === 2) return;
  }
})();
await new Promise((done) => setTimeout(done, 500));
const created = [await one(create, { name: "Socket one" }), await one(create, { name: "Socket two" })];
await watching;
const resumed = [];
for await (const result of client.iterate({ query: watched, variables: { after: seen[0].data.activity.sequence } })) {
  resumed.push(result);
  break;
}
const errors = {};
for (const [name, query] of Object.entries({
  syntax: "{ leads {", unknown: "{ nothing }", nested: '{ leads(first: 1000) { totalCount } }' })) {
  errors[name] = await one(query).catch((error) => (Array.isArray(error) ? error : { code: error.code, reason: error.reason }));
}
await client.dispose();

const closed = {};
for (const [name, connectionParams] of Object.entries({ wrong: { authorization: "Bearer wrong" }, none: undefined })) {
  const other = connect(connectionParams);
  closed[name] = await new Promise((done) =>
    other.subscribe({ query: "{ viewer { name } }" },
      { next: done, error: (error) => done(Array.isArray(error) ? error[0].extensions.code : error.code), complete: done }));
  await other.dispose();
}
console.log(JSON.stringify({ before, seen, created, resumed, errors, closed }));
process.exit(0);
