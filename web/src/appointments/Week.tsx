import { Text } from "@mantine/core";
import { useOpenLead } from "../app/place";
import type { AppointmentLineFragment } from "../graphql/graphql";
import { clock } from "../time/zones";

const DAY = 86_400_000;
const FIRST_HOUR = 7;
const HOURS = 13;
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
            <div className="cam-week-day">
              {ofDay.map((appointment) => (
                <WeekBlock key={appointment.id} appointment={appointment} />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

function WeekBlock({ appointment }: { appointment: AppointmentLineFragment }) {
  const openLead = useOpenLead();
  const { startsAt, durationMinutes, lead, title, host, status } = appointment;
  const begin = new Date(startsAt);
  const hour = Math.min(Math.max(begin.getHours() + begin.getMinutes() / 60 - FIRST_HOUR, 0), HOURS - 0.5);
  return (
    <button
      type="button"
      className="cam-week-block"
      data-off={status === "CANCELLED" || undefined}
      style={{ top: `${(hour / HOURS) * 100}%`, minHeight: `${(durationMinutes / 60 / HOURS) * 100}%` }}
      onClick={() => openLead(lead.id)}
      title={[title, host?.name].filter(Boolean).join(", ")}
    >
      {clock(startsAt)} {lead.name}
    </button>
  );
}
