/** The GraphQL client of a session: requests by HTTP, subscriptions by one socket, one normalised cache. */
import { Client, fetchExchange, mapExchange, subscriptionExchange } from "urql";
import { normalisedCache } from "./cache";
import { catchingUp } from "./catchingUp";
import { tellReach } from "./connection";
import { currentToken, forgetToken } from "./session";
import { openSocket } from "./socket";

export function createSessionClient(): { client: Client; close: () => void } {
  const socket = openSocket();
  const caughtUp = catchingUp();
  const client = new Client({
    url: "/graphql",
    preferGetMethod: false,
    exchanges: [
      caughtUp.exchange,
      mapExchange({
        onResult: (result) => {
          if (result.operation.kind === "subscription") return;
          tellReach(result.error?.networkError && !result.error.response ? "lost" : "connected");
          if (result.error?.graphQLErrors.some((error) => error.extensions.code === "UNAUTHENTICATED")) forgetToken();
          if (result.error?.response?.status === 401) forgetToken();
        },
      }),
      normalisedCache(),
      fetchExchange,
      subscriptionExchange({ forwardSubscription: socket.forward as never }),
    ],
    fetchOptions: () => ({ headers: { authorization: `Bearer ${currentToken() ?? ""}` } }),
    requestPolicy: "cache-and-network",
  });
  const detach = caughtUp.attach(client);
  const close = () => {
    detach();
    void socket.client.dispose();
  };
  return { client, close };
}
