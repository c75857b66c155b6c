/** What happens while one looks: shown at once at the top of the page, offered by a button further down. */
import { useEffect, useRef, useState } from "react";
import { useSubscription } from "urql";
import { useSoon } from "../time/useSoon";
import { ACTIVITY_HAPPENS } from "./operations";

const PAUSE = 1_000;
/** Pixels from the top within which the reader is taken to be at the top. */
const NEAR = 80;

export function useNews(rows: { id: string }[], refresh: () => void) {
  const [waiting, setWaiting] = useState(0);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const known = useRef<Set<string> | undefined>(undefined);

  const show = () => {
    setWaiting(0);
    refresh();
  };
  const showSoon = useSoon(show, PAUSE);

  useSubscription({ query: ACTIVITY_HAPPENS }, (count: number = 0) => {
    const top = (document.getElementById("main")?.scrollTop ?? 0) < NEAR;
    if (top) showSoon();
    else setWaiting((before) => before + 1);
    return count + 1;
  });

  useEffect(() => {
    const ids = rows.map((row) => row.id);
    if (known.current) {
      const before = known.current;
      setFresh(new Set(ids.filter((id) => !before.has(id))));
    }
    if (ids.length) known.current = new Set(ids);
  }, [rows]);

  return { waiting, fresh, show };
}
