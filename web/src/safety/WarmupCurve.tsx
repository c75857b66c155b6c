import { Text } from "@mantine/core";
import { type Warmup, warmupDay, warmupDays } from "./warmup";

const WIDTH = 240;
const HEIGHT = 48;
const EDGE = 5;

/** The warm-up as a line with today on it, and in words. */
export function WarmupCurve(props: { warmup: Warmup; maxPerDay: number; limitToday: number }) {
  const days = warmupDays(props.warmup, props.maxPerDay);
  const highest = days.at(-1);
  if (highest === undefined) {
    return (
      <Text size="sm" c="dimmed">
        No warm-up.
      </Text>
    );
  }
  const today = warmupDay(days, props.limitToday);
  const point = (day: number): [number, number] => [
    EDGE + (day / Math.max(1, days.length - 1)) * (WIDTH - 2 * EDGE),
    HEIGHT - EDGE - ((days[day] ?? 0) / Math.max(1, highest)) * (HEIGHT - 2 * EDGE),
  ];
  const [x, y] = point(today);
  return (
    <figure className="cam-curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label="How the limit grows">
        <polyline points={days.map((_, day) => point(day).join()).join(" ")} />
        <circle cx={x} cy={y} r={4} />
      </svg>
      <Text component="figcaption" size="sm" c="dimmed">
        Warming up: day {today + 1} of {days.length}, {days[today]} today, then {props.warmup.increment} more a day up
        to {highest}
      </Text>
    </figure>
  );
}
