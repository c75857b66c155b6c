import { Client, fetchExchange, gql } from "urql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pipe, subscribe } from "wonka";
import { catchingUp } from "./catchingUp";
import { tellReach } from "./connection";

const NAME = gql`query Name { viewer { name } }`;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what is on the screen is asked for again once the server is back", async () => {
  let there = false;
  const asked: string[] = [];
  const answer = async (address: RequestInfo | URL) => {
    asked.push(String(address));
    if (!there) throw new TypeError("Failed to fetch");
    return Response.json({ data: { viewer: { name: "Rosa" } } });
  };
  vi.stubGlobal("fetch", answer);
  const caughtUp = catchingUp();
  const exchanges = [caughtUp.exchange, fetchExchange];
  const client = new Client({ url: "/graphql", preferGetMethod: false, exchanges, fetch: answer });
  const detach = caughtUp.attach(client);
  const seen: unknown[] = [];
  const screen = pipe(
    client.query(NAME, {}),
    subscribe(({ data, stale }) => stale || seen.push(data?.viewer.name ?? "failed")),
  );
  await vi.advanceTimersByTimeAsync(0);

  tellReach("lost");
  await vi.advanceTimersByTimeAsync(4_500);
  expect(asked.filter((address) => address === "/healthz")).toHaveLength(2);
  expect(seen).toEqual(["failed"]);

  there = true;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(seen).toEqual(["failed", "Rosa"]);

  screen.unsubscribe();
  detach();
  const before = asked.length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(before);
});
