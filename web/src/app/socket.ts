/** The socket of all subscriptions. A lost one comes back by itself, and catches up with what happened meanwhile. */
import { type Client, createClient, type SubscribePayload } from "graphql-ws";
import { tellBack, tellReach, whenBack } from "./connection";
import { forwardSubscription } from "./forwarding";
import { currentToken, forgetToken } from "./session";

const LONGEST_PAUSE = 10_000;
/** By then those who subscribe again are subscribed: what changed before, a query finds; what changes after, they tell. */
const SUBSCRIBED_BY = 500;
/** The server closes with these when the token is refused, has expired or was revoked. */
const REFUSED = new Set([4401, 4403]);

export function openSocket(): { client: Client; forward: ReturnType<typeof forwardSubscription> } {
  const address = new URL("/graphql", window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  let missed = false;
  const client = createClient({
    url: address.href,
    connectionParams: () => ({ authorization: `Bearer ${currentToken() ?? ""}` }),
    retryAttempts: Number.POSITIVE_INFINITY,
    keepAlive: 12_000,
    shouldRetry: (closed) => !(closed instanceof CloseEvent && REFUSED.has(closed.code)),
    retryWait: async (retries) => {
      const pause = Math.min(500 * 2 ** retries, LONGEST_PAUSE) * (0.5 + Math.random() / 2);
      await pauseUnlessBack(pause);
    },
    on: {
      connected: () => {
        tellReach("connected");
        if (missed) setTimeout(tellBack, SUBSCRIBED_BY);
        missed = false;
      },
      closed: (event) => {
        if (!(event instanceof CloseEvent)) return;
        if (REFUSED.has(event.code)) forgetToken();
        else if (!event.wasClean || event.code !== 1000) {
          missed = true;
          tellReach("lost");
        }
      },
    },
  });
  return {
    client,
    forward: forwardSubscription((payload, sink) => client.subscribe(payload as SubscribePayload, sink)),
  };
}

/** Wait, but no longer once others find that the server is back. */
function pauseUnlessBack(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      forget();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const forget = whenBack(done);
  });
}
