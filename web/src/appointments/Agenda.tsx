/** Appointments day by day. */
import { Anchor, Badge, Stack, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { Nothing } from "../app/Nothing";
import { useOpenLead } from "../app/place";
import type { AppointmentLineFragment, AppointmentStatus } from "../graphql/graphql";
import { dayOf } from "../time/zones";
import { AppointmentActions } from "./AppointmentActions";
import { allClocks } from "./clocks";

export const STATES: { value: AppointmentStatus; label: string }[] = [
  { value: "SCHEDULED", label: "to come" },
  { value: "COMPLETED", label: "took place" },
  { value: "CANCELLED", label: "called off" },
  { value: "NO_SHOW", label: "did not come" },
];

export function Agenda({ appointments, changed }: { appointments: AppointmentLineFragment[]; changed: () => void }) {
  const days = useMemo(() => byDay(appointments), [appointments]);
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
            <AgendaLine key={appointment.id} appointment={appointment} changed={changed} />
          ))}
        </section>
      ))}
    </Stack>
  );
}

function AgendaLine({ appointment, changed }: { appointment: AppointmentLineFragment; changed: () => void }) {
  const openLead = useOpenLead();
  const { startsAt, timeZone, durationMinutes, title, lead, host, status, location } = appointment;
  return (
    <div className="cam-agenda-line">
      <Text size="sm" fw={600}>
        {allClocks(startsAt, timeZone)}
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
        <AppointmentActions appointment={appointment} changed={changed} />
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
