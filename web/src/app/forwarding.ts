/** Between urql and the socket: whoever is subscribed again after a loss goes on where it was. */

type Payload = { query: string; variables?: Record<string, unknown> };
type Sink = { next: (value: never) => void; error: (error: unknown) => void; complete: () => void };
type Subscribe = (payload: Payload, sink: Sink) => () => void;

/** Subscriptions which tell their place in the log take an argument of this name to go on after it. */
const RESUMING = /\$after\b/;

export function forwardSubscription(subscribe: Subscribe) {
  return (operation: { query?: string; variables?: Record<string, unknown> }) => ({
    subscribe: (sink: Sink) => {
      const payload: Payload = { query: operation.query ?? "", variables: { ...operation.variables } };
      const resumes = RESUMING.test(payload.query);
      const next = (value: { data?: Record<string, { sequence?: string } | null> | null }) => {
        const sequence = Object.values(value.data ?? {})[0]?.sequence;
        // graphql-ws sends this very object again when it reconnects.
        if (resumes && sequence) payload.variables = { ...payload.variables, after: sequence };
        (sink.next as (value: unknown) => void)(value);
      };
      return { unsubscribe: subscribe(payload, { ...sink, next: next as Sink["next"] }) };
    },
  });
}
