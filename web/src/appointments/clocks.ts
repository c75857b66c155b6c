/** Times that cannot be misread: on the clock they were agreed by, on one's own, and on those of who takes part. */
import { city, clock, dayOf, OWN_ZONE } from "../time/zones";

export type Person = { zone: string | null | undefined; whose: string };

/** "09:00 Lisbon · 10:00 yours · Tue 18:00 Tokyo (Ada)": each clock that shows something else, once. */
export function allClocks(instant: string, agreed: string, people: readonly Person[] = [], own = OWN_ZONE): string {
  const day = dayOf(instant, agreed);
  const shown = (zone: string) => {
    const theirs = dayOf(instant, zone);
    return `${theirs === day ? "" : `${theirs.slice(0, 3)} `}${clock(instant, zone)}`;
  };
  const told = new Map<string, string>();
  const tell = (zone: string, name: string) => {
    if (!told.has(shown(zone))) told.set(shown(zone), name);
  };
  tell(agreed, shown(agreed) === shown(own) ? "yours" : city(agreed));
  tell(own, "yours");
  for (const { zone, whose } of people) if (zone) tell(zone, `${city(zone)} (${whose})`);
  return told.size === 1 ? shown(agreed) : [...told].map(([time, name]) => `${time} ${name}`).join(" · ");
}

const DAY = 86_400_000;

/**
 * The moment at which clocks in the zone show `2026-03-29T09:30`; the first, where they do so twice, as the server has it.
 * Undefined where they never do, or where there is no such time or zone.
 */
export function instantOf(local: string, zone: string): string | undefined {
  const shown = Date.parse(`${local}Z`);
  if (Number.isNaN(shown)) return undefined;
  try {
    const found = [shown - DAY, shown + DAY]
      .map((near) => shown - (showing(near, zone) - near))
      .filter((moment) => showing(moment, zone) === shown);
    return found.length ? new Date(Math.min(...found)).toISOString() : undefined;
  } catch {
    return undefined; // it is no zone, perhaps not yet
  }
}

/** What clocks in the zone show at a moment, as if they were set to UTC. */
function showing(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(moment);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
}
