/** GraphiQL, from the program itself: with subscriptions, the explorer, examples, and the token filled in. */
import "graphiql/setup-workers/vite";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import "@graphiql/plugin-explorer/style.css";
import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import "graphiql/style.css";
import { createClient } from "graphql-ws";
import { createRoot } from "react-dom/client";
import { currentToken, takeTokenFromAddress } from "../app/session";
import { EXAMPLES_PLUGIN } from "./ExamplesPlugin";
import { EXAMPLES } from "./examples";
import "./graphiql.css";

takeTokenFromAddress();
const authorization = `Bearer ${currentToken() ?? ""}`;

function fetcher() {
  const socket = new URL("/graphql", window.location.href);
  socket.protocol = socket.protocol === "https:" ? "wss:" : "ws:";
  return createGraphiQLFetcher({
    url: "/graphql",
    headers: { authorization },
    wsClient: createClient({ url: socket.href, connectionParams: { authorization } }),
  });
}

const FIRST = EXAMPLES.find(({ name }) => name === "Campaigns with their jobs")?.query ?? "";

function Page() {
  if (currentToken() === null) {
    return (
      <main className="cam-signed-out">
        <h1>GraphiQL</h1>
        <p>
          Operations need a token. <a href="/">Sign in to the console</a>, then come back.
        </p>
      </main>
    );
  }
  return (
    <main className="cam-graphiql">
      <h1>GraphiQL</h1>
      <GraphiQL
        fetcher={fetcher()}
        defaultQuery={FIRST}
        defaultHeaders={JSON.stringify({ authorization }, null, 2)}
        plugins={[HISTORY_PLUGIN, explorerPlugin({ showAttribution: false }), EXAMPLES_PLUGIN]}
      >
        <GraphiQL.Logo>
          <a href="/">Console</a>
        </GraphiQL.Logo>
      </GraphiQL>
    </main>
  );
}

const root = document.getElementById("root");
if (root) createRoot(root).render(<Page />);
