/** Which rows are selected, also those of pages that are not loaded. */
import { useCallback, useMemo, useState } from "react";

export type Selection = {
  ids: ReadonlySet<string>;
  has: (id: string) => boolean;
  toggle: (id: string) => void;
  /** Select these besides, or take them out where all were selected. */
  toggleAll: (ids: string[]) => void;
  set: (ids: Iterable<string>) => void;
  clear: () => void;
};

export function useSelection(): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((id: string) => {
    setIds((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }, []);
  const toggleAll = useCallback((given: string[]) => {
    setIds((before) => {
      const all = given.every((id) => before.has(id));
      const after = new Set(before);
      for (const id of given) all ? after.delete(id) : after.add(id);
      return after;
    });
  }, []);
  const set = useCallback((given: Iterable<string>) => setIds(new Set(given)), []);
  const clear = useCallback(() => setIds(new Set()), []);
  return useMemo(
    () => ({ ids, has: (id) => ids.has(id), toggle, toggleAll, set, clear }),
    [ids, toggle, toggleAll, set, clear],
  );
}
