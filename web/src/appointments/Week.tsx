import { Text } from "@mantine/core";
import { useOpenLead } from "../app/place";
import type { AppointmentLineFragment } from "../graphql/graphql";
import { clock } from "../time/zones";
import { type Lane, lanes } from "./lanes";

const DAY = 86_400_000;
const FIRST_HOUR = 7;
const HOURS = 13;
/** What is shorter is drawn as if it were that long, so that it can be read. */
const SHORTEST = 0.5;
const NAMES = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Seven days side by side, an hour a row, in the viewer's zone. What is earlier or later stands at the edge. */
export function Week({ monday, appointments }: { monday: number; appointments: AppointmentLineFragment[] }) {
  return (
    <div className="cam-week">
      {NAMES.map((name, at) => {
        const day = new Date(monday + at * DAY + DAY / 2);
        const ofDay = appointments.filter(({ startsAt }) => new Date(startsAt).toDateString() === day.toDateString());
        return (
          <section key={name} aria-label={day.toDateString()}>
            <Text size="sm" c="dimmed" ta="center">
              {name} {day.getDate()}
            </Text>
            <Day appointments={ofDay} />
          </section>
        );
      })}
    </div>
  );
}

function Day({ appointments }: { appointments: AppointmentLineFragment[] }) {
  const blocks = appointments.map(({ startsAt, durationMinutes }) => {
    const begin = hourOf(startsAt);
    return { begin, end: begin + Math.max(durationMinutes / 60, SHORTEST) };
  });
  const placed = lanes(blocks);
  return (
    <div className="cam-week-day">
      {appointments.map((appointment, at) => (
        <WeekBlock key={appointment.id} appointment={appointment} place={placed[at] ?? { lane: 0, of: 1 }} />
      ))}
    </div>
  );
}

function WeekBlock({ appointment, place }: { appointment: AppointmentLineFragment; place: Lane }) {
  const openLead = useOpenLead();
  const { startsAt, durationMinutes, lead, title, host, status } = appointment;
  return (
    <button
      type="button"
      className="cam-week-block"
      data-off={status === "CANCELLED" || undefined}
      style={{
        top: `${(hourOf(startsAt) / HOURS) * 100}%`,
        height: `${(Math.max(durationMinutes / 60, SHORTEST) / HOURS) * 100}%`,
        left: `${(place.lane / place.of) * 100}%`,
        width: `${100 / place.of}%`,
      }}
      onClick={() => openLead(lead.id)}
      title={[title, host?.name].filter(Boolean).join(", ")}
    >
      {clock(startsAt)} {lead.name}
    </button>
  );
}

/** Hours below the upper edge. */
function hourOf(startsAt: string): number {
  const begin = new Date(startsAt);
  return Math.min(Math.max(begin.getHours() + begin.getMinutes() / 60 - FIRST_HOUR, 0), HOURS - SHORTEST);
}
