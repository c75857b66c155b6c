import { useEffect, useRef } from "react";

/** A function that has something done once within so many milliseconds, however often it is called meanwhile. */
export function useSoon(act: () => void, milliseconds: number): () => void {
  const latest = useRef(act);
  latest.current = act;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, milliseconds);
  };
}
