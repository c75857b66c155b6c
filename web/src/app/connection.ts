/** Whether the server can be reached: what the quiet strip at the top tells. */
import { useSyncExternalStore } from "react";

type Reach = "connected" | "lost";

/** Milliseconds between two looks for a lost server. Pages without a socket would not notice that it is back. */
const PAUSE = 2_000;

let reach: Reach = "connected";
let looking = false;
const listeners = new Set<() => void>();
const waiting = new Set<() => void>();

export function tellReach(next: Reach): void {
  if (next === reach) return;
  reach = next;
  for (const tell of listeners) tell();
  if (reach === "lost") void lookForIt();
  else tellBack();
}

export function useReach(): Reach {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => reach,
  );
}

/** Call this each time when a lost server is back, by whatever way it was missed. Gives what ends that. */
export function whenBack(act: () => void): () => void {
  waiting.add(act);
  return () => waiting.delete(act);
}

export function tellBack(): void {
  for (const act of waiting) act();
}

async function lookForIt(): Promise<void> {
  if (looking) return;
  looking = true;
  while (reach === "lost") {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => undefined);
    if (answer?.ok) tellReach("connected");
  }
  looking = false;
}
