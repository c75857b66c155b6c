/** Whether the server can be reached: what the quiet strip at the top tells. */
import { useSyncExternalStore } from "react";

type Reach = "connected" | "lost";

let reach: Reach = "connected";
const listeners = new Set<() => void>();

export function tellReach(next: Reach): void {
  if (next === reach) return;
  reach = next;
  for (const tell of listeners) tell();
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
