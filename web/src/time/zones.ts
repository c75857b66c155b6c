/** Times as people read them. The server's are instants in UTC. */

/** The viewer's own zone. */
export const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** "3 hours ago", "in 2 days", "just now". */
export function fromNow(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return seconds > 0 ? "in a moment" : "just now";
}

/** "Mon 23 Nov 2026, 09:00", in this zone; with the zone's name where it is not the viewer's. */
export function exactly(instant: string, zone: string = OWN_ZONE): string {
  const told = new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: zone,
  }).format(new Date(instant));
  return zone === OWN_ZONE ? told : `${told} ${city(zone)}`;
}

/** "09:00", in this zone. */
export function clock(instant: string, zone: string = OWN_ZONE): string {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(
    new Date(instant),
  );
}

/** What a zone is called by: "Lisbon" of `Europe/Lisbon`. */
export function city(zone: string): string {
  return (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** "Monday, 23 November 2026", of the viewer's own zone. */
export function dayOf(instant: string, zone: string = OWN_ZONE): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: zone,
  }).format(new Date(instant));
}
