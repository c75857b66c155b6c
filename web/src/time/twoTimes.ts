import { city, clock, OWN_ZONE } from "./zones";

/** A time that cannot be misread: in the zone it was agreed in, and in the viewer's where that is another. */
export function twoTimes(instant: string, zone: string): string {
  const here = clock(instant);
  const there = clock(instant, zone);
  return zone === OWN_ZONE || here === there ? there : `${there} ${city(zone)} · ${here} yours`;
}
