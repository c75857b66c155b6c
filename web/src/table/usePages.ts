/** A connection read page by page, each page live in the cache: a change shows wherever it stands. */
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { type AnyVariables, type CombinedError, useClient } from "urql";
import { pipe, subscribe } from "wonka";

type Connection<Node> = {
  nodes: Node[];
  totalCount?: number;
  pageInfo: { endCursor?: string | null; hasNextPage: boolean };
};
type Result<Node> = { connection?: Connection<Node>; error?: CombinedError };

export type Pages<Node> = {
  rows: Node[];
  /** Of all pages; undefined until the first has come, or where the document does not ask for it. */
  total: number | undefined;
  /** Whether there are no rows yet, nor an error. */
  loading: boolean;
  /** Whether the rows are still those of other variables. */
  stale: boolean;
  hasMore: boolean;
  error: CombinedError | undefined;
  loadMore: () => void;
  /** Ask for all pages again, keeping what is shown meanwhile. */
  refresh: () => void;
};

const FIRST = "";

/** The document takes `$after`, and `pick` finds the connection in its answer. */
export function usePages<Data, Variables extends AnyVariables, Node>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, "after">,
  pick: (data: Data) => Connection<Node> | null | undefined,
  options: { pause?: boolean } = {},
): Pages<Node> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const [wanted, setWanted] = useState({ key, pages: 1 });
  const [found, setFound] = useState<{ key: string; results: Record<string, Result<Node>> }>({ key, results: {} });
  const [asked, setAsked] = useState(0);
  const pickLatest = useRef(pick);
  pickLatest.current = pick;

  const results = found.key === key ? found.results : {};
  const pages = wanted.key === key ? wanted.pages : 1;
  const cursors = walk(results, pages);
  const cursorsKey = cursors.join(" ");

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` and `cursorsKey` stand for what they were made of
  useEffect(() => {
    if (options.pause) return;
    const ends = cursors.map((cursor) => {
      const source = client.query(
        document,
        { ...variables, after: cursor === FIRST ? null : cursor } as unknown as Variables,
        { requestPolicy: "cache-and-network" },
      );
      return pipe(
        source,
        subscribe((result) => {
          if (result.data === undefined && result.error === undefined) return;
          const connection = result.data === undefined ? undefined : (pickLatest.current(result.data) ?? undefined);
          setFound((before) => ({
            key,
            results: {
              ...(before.key === key ? before.results : {}),
              [cursor]: { connection, error: result.error },
            },
          }));
        }),
      ).unsubscribe;
    });
    return () => {
      for (const end of ends) end();
    };
  }, [client, document, key, cursorsKey, asked, options.pause]);

  const read = cursors.map((cursor) => results[cursor]);
  const first = read[0];
  const connections = read.flatMap((one) => (one?.connection ? [one.connection] : []));
  const shown = useRef<Node[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the connections are made anew each time, of these two
  const rows = useMemo(() => connections.flatMap((one) => one.nodes), [found, cursorsKey]);
  if (first?.connection) shown.current = rows;
  const last = connections.at(-1);
  const error = read.find((one) => one?.error)?.error;
  return {
    rows: shown.current,
    total: first?.connection?.totalCount,
    loading: first === undefined && shown.current.length === 0,
    stale: first === undefined && shown.current.length > 0,
    hasMore: last?.pageInfo.hasNextPage ?? false,
    error,
    loadMore: () => {
      if (connections.length === pages && last?.pageInfo.hasNextPage) setWanted({ key, pages: pages + 1 });
    },
    refresh: () => setAsked((times) => times + 1),
  };
}

/** The cursors after which pages begin, as far as they are known and wanted. */
function walk<Node>(results: Record<string, Result<Node>>, pages: number): string[] {
  const cursors = [FIRST];
  while (cursors.length < pages) {
    const page = results[cursors.at(-1) ?? FIRST]?.connection?.pageInfo;
    if (!page?.hasNextPage || !page.endCursor) break;
    cursors.push(page.endCursor);
  }
  return cursors;
}
