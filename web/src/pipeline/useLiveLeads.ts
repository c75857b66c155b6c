/** Leads as they change: those on the screen by themselves, lists and counts by being asked for again. */
import { useEffect, useRef, useState } from "react";
import { useSubscription } from "urql";
import { useSoon } from "../time/useSoon";
import { LEADS_CHANGE } from "./operations";

/** At most so often lists are asked for again, in milliseconds. */
const PAUSE = 1_000;
const HIGHLIGHT = 1_200;

/** `moment` rises when lists are out of date; `changed` has who changed in the last second. */
export function useLiveLeads(campaignId: string | undefined): { moment: number; changed: ReadonlySet<string> } {
  const [moment, setMoment] = useState(0);
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const ask = useSoon(() => setMoment((before) => before + 1), PAUSE);
  const calming = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useSubscription({ query: LEADS_CHANGE, variables: { campaignId } }, (count: number = 0, { leads: { leadId } }) => {
    ask();
    if (leadId) {
      setChanged((before) => new Set([...before, leadId]));
      clearTimeout(calming.current);
      calming.current = setTimeout(() => setChanged(new Set()), HIGHLIGHT);
    }
    return count + 1;
  });
  useEffect(() => () => clearTimeout(calming.current), []);
  return { moment, changed };
}

/** Do something each time lists are out of date, and not at first. */
export function useEachMoment(moment: number, act: () => void) {
  const latest = useRef(act);
  latest.current = act;
  const before = useRef(moment);
  useEffect(() => {
    if (before.current === moment) return;
    before.current = moment;
    latest.current();
  }, [moment]);
}
