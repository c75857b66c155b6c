/** Once a lost server is back, asks again for all that is on the screen: it may be out of date, or have failed. */
import type { Client, Exchange, Operation } from "urql";
import { pipe, tap } from "wonka";
import { whenBack } from "./connection";

export function catchingUp(): { exchange: Exchange; attach: (client: Client) => () => void } {
  const shown = new Map<number, Operation>();
  const exchange: Exchange =
    ({ forward }) =>
    (operations) =>
      pipe(
        operations,
        tap((operation) => {
          if (operation.kind === "query") shown.set(operation.key, operation);
          if (operation.kind === "teardown") shown.delete(operation.key);
        }),
        forward,
      );
  const attach = (client: Client) =>
    whenBack(() => {
      for (const operation of shown.values()) {
        const context = { ...operation.context, requestPolicy: "network-only" as const };
        client.reexecuteOperation(client.createRequestOperation("query", operation, context));
      }
    });
  return { exchange, attach };
}
