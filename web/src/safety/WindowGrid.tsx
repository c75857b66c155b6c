import { Text } from "@mantine/core";
import type { SettingsFieldsFragment, Weekday } from "../graphql/graphql";

type Window = NonNullable<SettingsFieldsFragment["sendWindow"]>;

export const WEEKDAYS: Weekday[] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** The week as hours, those marked in which messages may go out. */
export function WindowGrid({ window: given }: { window: Window | undefined }) {
  if (!given) return <Text size="sm">At any time.</Text>;
  return (
    <>
      <div className="cam-window" aria-hidden>
        {WEEKDAYS.map((day, at) => (
          <div key={day}>
            <span>{shortDay(day)}</span>
            {HOURS.map((hour) => (
              <i key={hour} data-open={isOpen(given, at, hour) || undefined} />
            ))}
          </div>
        ))}
      </div>
      <Text size="sm" mt={6}>
        {inWords(given)}
      </Text>
    </>
  );
}

/** Whether any of this hour of a day, Monday being 0, lies in the window. One past midnight goes on the next day. */
export function isOpen(
  { days, start, end }: Pick<Window, "days" | "start" | "end">,
  weekday: number,
  hour: number,
): boolean {
  const from = hourOf(start);
  const until = hourOf(end) || 24;
  const begins = (at: number) => days.includes(WEEKDAYS[(at + 7) % 7] as Weekday);
  if (from < until) return begins(weekday) && hour + 1 > from && hour < until;
  return (begins(weekday) && hour + 1 > from) || (begins(weekday - 1) && hour < until);
}

function hourOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours + minutes / 60;
}

function inWords({ days, start, end, timeZone, useLeadTimeZone }: Window): string {
  const zone = useLeadTimeZone ? "in the lead’s own time zone" : `of ${timeZone}`;
  return `${days.map(shortDay).join(", ")}, ${start.slice(0, 5)} to ${end.slice(0, 5)} ${zone}`;
}

export function shortDay(day: Weekday): string {
  return day.charAt(0) + day.slice(1, 3).toLowerCase();
}
