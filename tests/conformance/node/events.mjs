// graphql-sse as a client, in distinct connections mode. Arguments: the endpoint, and what to say in Authorization.
import { createClient } from "graphql-sse";

const [url, authorization] = process.argv.slice(2);
const client = createClient({ url, singleConnection: false, headers: { authorization }, retryAttempts: 0 });
const create = 'mutation { createCampaign(input: { name: "Event one" }) { campaign { name } } }';

async function one(query) {
  for await (const result of client.iterate({ query })) return result;
}

const seen = [];
const watching = (async () => {
  for await (const result of client.iterate({ query: "subscription { activity { kind } }" })) {
    seen.push(result);
    return;
  }
})();
await new Promise((done) => setTimeout(done, 500));
const created = await one(create);
await watching;
const queried = await one("{ viewer { role } }");
const invalid = await one("{ nothing }").catch((error) => ({ thrown: String(error.message ?? error) }));
console.log(JSON.stringify({ seen, created, queried, invalid }));
process.exit(0);
