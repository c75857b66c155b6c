// The audits of GraphQL over HTTP by graphql-http. Arguments: the endpoint, and what to say in Authorization.
import { serverAudits } from "graphql-http";

const [url, authorization] = process.argv.slice(2);

function fetchAs(address, options = {}) {
  return fetch(address, { ...options, headers: { ...options.headers, authorization } });
}

const results = [];
for (const audit of serverAudits({ url, fetchFn: fetchAs })) {
  const result = await audit.fn();
  results.push({ id: audit.id, name: audit.name, status: result.status, reason: result.reason ?? null });
}
console.log(JSON.stringify(results));
