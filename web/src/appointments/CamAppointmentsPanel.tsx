/** Appointments as an agenda or a week, narrowed by host and state. */
import { Anchor, Badge, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { useOpenLead, usePlace } from "../app/place";
import type { AppointmentFilter, AppointmentLineFragment, AppointmentStatus } from "../graphql/graphql";
import { FilterChip } from "../table/FilterChip";
import { usePages } from "../table/usePages";
import { twoTimes } from "../time/twoTimes";
import { city, dayOf, OWN_ZONE } from "../time/zones";
import { AppointmentActions } from "./AppointmentActions";
import { APPOINTMENTS, HOSTS } from "./operations";
import { Week } from "./Week";

const STATES: { value: AppointmentStatus; label: string }[] = [
  { value: "SCHEDULED", label: "to come" },
  { value: "COMPLETED", label: "took place" },
  { value: "CANCELLED", label: "called off" },
  { value: "NO_SHOW", label: "did not come" },
];
const DAY = 86_400_000;

export function CamAppointmentsPanel({ view }: { view: string }) {
  const narrow = useMediaQuery("(max-width: 700px)") ?? false;
  const [place, change] = usePlace();
  const [{ data: hosts }] = useQuery({ query: HOSTS });
  const [now] = useState(() => Math.floor(Date.now() / 60_000) * 60_000);
  const week = Number(place.week ?? 0);
  const monday = mondayOf(now) + week * 7 * DAY;
  const asWeek = view === "week" && !narrow;
  const period = asWeek
    ? { gte: new Date(monday).toISOString(), lt: new Date(monday + 7 * DAY).toISOString() }
    : place.past
      ? { lt: new Date(now).toISOString() }
      : { gte: new Date(now - 12 * 3_600_000).toISOString() };
  const filter: AppointmentFilter = {
    startsAt: period,
    ...(place.host && { host: { eq: place.host } }),
    ...(place.status && { status: { eq: place.status as AppointmentStatus } }),
  };
  const pages = usePages(APPOINTMENTS, { filter }, (data) => data.appointments);
  return (
    <Stack gap="sm">
      <Group gap={6}>
        <FilterChip
          name="Host"
          options={(hosts?.hosts.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={place.host}
          onChange={(host) => change({ host })}
        />
        <FilterChip name="State" options={STATES} value={place.status} onChange={(status) => change({ status })} />
        {asWeek ? (
          <Group gap={4}>
            <Button variant="default" onClick={() => change({ week: String(week - 1) })}>
              Week before
            </Button>
            <Button variant="default" onClick={() => change({ week: undefined })} disabled={week === 0}>
              This week
            </Button>
            <Button variant="default" onClick={() => change({ week: String(week + 1) })}>
              Week after
            </Button>
          </Group>
        ) : (
          <FilterChip
            name="When"
            options={[{ value: "1", label: "past" }]}
            value={place.past}
            onChange={(past) => change({ past })}
          />
        )}
        <Text size="sm" c="dimmed" ml="auto">
          Times of {city(OWN_ZONE)} unless said otherwise
        </Text>
      </Group>
      {pages.error && <Failed error={pages.error} retry={pages.refresh} />}
      {pages.loading && !pages.error && <Skeleton height={320} />}
      {!pages.loading && asWeek && <Week monday={monday} appointments={pages.rows} />}
      {!pages.loading && !asWeek && <Agenda appointments={pages.rows} past={place.past !== undefined} />}
      {pages.hasMore && (
        <Button variant="default" onClick={pages.loadMore}>
          More
        </Button>
      )}
    </Stack>
  );
}

function Agenda({ appointments, past }: { appointments: AppointmentLineFragment[]; past: boolean }) {
  const days = useMemo(() => byDay(past ? [...appointments].reverse() : appointments), [appointments, past]);
  if (days.length === 0) {
    return (
      <Nothing title="Nothing is booked">Open a lead and book a free time, or begin with “New appointment”.</Nothing>
    );
  }
  return (
    <Stack gap="md">
      {days.map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <Title order={2} fz="sm" c="dimmed" fw={500} mb={4}>
            {day}
          </Title>
          {ofDay.map((appointment) => (
            <AgendaLine key={appointment.id} appointment={appointment} />
          ))}
        </section>
      ))}
    </Stack>
  );
}

function AgendaLine({ appointment }: { appointment: AppointmentLineFragment }) {
  const openLead = useOpenLead();
  const { startsAt, timeZone, durationMinutes, title, lead, host, status, location } = appointment;
  return (
    <div className="cam-agenda-line">
      <Text size="sm" fw={600}>
        {twoTimes(startsAt, timeZone)}
      </Text>
      <div>
        <Text size="sm">
          {title} ·{" "}
          <Anchor component="button" type="button" inherit underline="always" onClick={() => openLead(lead.id)}>
            {lead.name}
          </Anchor>
        </Text>
        <Text size="sm" c="dimmed">
          {[`${durationMinutes} min`, host?.name, location, appointment.cancelReason].filter(Boolean).join(" · ")}
        </Text>
      </div>
      {status === "SCHEDULED" ? (
        <AppointmentActions appointment={appointment} />
      ) : (
        <Badge color="gray">{STATES.find(({ value }) => value === status)?.label}</Badge>
      )}
    </div>
  );
}

function byDay(appointments: readonly AppointmentLineFragment[]): [string, AppointmentLineFragment[]][] {
  const days = new Map<string, AppointmentLineFragment[]>();
  for (const appointment of appointments) {
    const day = dayOf(appointment.startsAt);
    days.set(day, [...(days.get(day) ?? []), appointment]);
  }
  return [...days];
}

/** The last Monday's midnight, in the viewer's zone. */
function mondayOf(moment: number): number {
  const day = new Date(moment);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return day.getTime();
}
