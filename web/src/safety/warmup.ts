/** How a new sender's limit grows: `start` on the first day, `increment` more each day, `max` at most. */
import type { Limit } from "./ChannelCard";

export type Warmup = Limit["warmup"];

/** The limits of the days from the first until the highest is reached, 60 at most; none where it does not limit. */
export function warmupDays({ enabled, start, increment, max }: Warmup, maxPerDay: number): number[] {
  if (!enabled || start == null || !increment) return [];
  const highest = Math.min(max ?? maxPerDay, maxPerDay);
  const days: number[] = [];
  for (let limit = start; days.length < 60; limit += increment) {
    days.push(Math.min(limit, highest));
    if (limit >= highest) break;
  }
  return days;
}

/** On which of those days one is, counted from 0, by what today allows. */
export function warmupDay(days: number[], limitToday: number): number {
  const at = days.findIndex((limit) => limit >= limitToday);
  return at < 0 ? days.length - 1 : at;
}
