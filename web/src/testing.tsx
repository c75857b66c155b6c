/** What component tests share: the theme around a component, a client that answers from a table, and a still clock. */
import { MantineProvider } from "@mantine/core";
import { cleanup, render } from "@testing-library/react";
import "@testing-library/jest-dom/vitest";
import type { ReactNode } from "react";
import { type Client, Provider } from "urql";
import { afterEach } from "vitest";
import { fromValue, never } from "wonka";
import { theme, variables } from "./app/theme";

afterEach(cleanup);

// What grows with its text asks when fonts have come, and the test's document has none to tell of.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

type Answers = Record<string, (variables: Record<string, unknown>) => unknown>;

/** A client whose operations are answered by their names, such as `{ Campaigns: () => ({ campaigns: … }) }`. */
export function answering(answers: Answers): Client {
  const answer = (request: { query: { definitions: readonly unknown[] }; variables: unknown }) => {
    const [definition] = request.query.definitions as { name: { value: string } }[];
    const find = answers[definition?.name.value ?? ""];
    if (!find) throw new Error(`the test has no answer for ${definition?.name.value}`);
    return fromValue({ data: find(request.variables as Record<string, unknown>), stale: false, hasNext: false });
  };
  return {
    executeQuery: answer,
    executeMutation: answer,
    executeSubscription: () => never,
    query: (query: never, variables: never) => answer({ query, variables }),
  } as unknown as Client;
}

/** Draw something as the console would. */
export function show(node: ReactNode, answers: Answers = {}) {
  return render(
    <MantineProvider theme={theme} cssVariablesResolver={variables} env="test">
      <Provider value={answering(answers)}>{node}</Provider>
    </MantineProvider>,
  );
}
