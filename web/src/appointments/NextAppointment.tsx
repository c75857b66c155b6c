import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMay } from "../app/viewer";
import type { Lead } from "../leads/LeadPanel";
import { exactly, OWN_ZONE } from "../time/zones";
import { AppointmentActions } from "./AppointmentActions";
import { BookingForm } from "./BookingForm";

/** When one meets a lead next, and booking. */
export function NextAppointment({ lead, changed }: { lead: Lead; changed: () => void }) {
  const [booking, { open, close }] = useDisclosure();
  const mayWork = useMay("OPERATOR");
  const upcoming = lead.appointments.nodes;
  return (
    <section>
      <Group justify="space-between" mb={4}>
        <Title order={3} fz="sm">
          Appointments
        </Title>
        {mayWork && (
          <Button size="compact-sm" variant="default" onClick={open}>
            Book
          </Button>
        )}
      </Group>
      {upcoming.length === 0 && (
        <Text size="sm" c="dimmed">
          None to come.
        </Text>
      )}
      <Stack gap={6}>
        {upcoming.map((appointment) => (
          <Group key={appointment.id} justify="space-between" wrap="nowrap">
            <div>
              <Text size="sm" fw={600}>
                {appointment.title}
              </Text>
              <Text size="sm" c="dimmed">
                {exactly(appointment.startsAt, appointment.timeZone)}
                {appointment.timeZone !== OWN_ZONE && `, ${exactly(appointment.startsAt)} yours`}
                {isOver(appointment) && ", to be closed"}
                {appointment.host && ` · ${appointment.host.name}`}
              </Text>
            </div>
            <AppointmentActions appointment={appointment} changed={changed} />
          </Group>
        ))}
      </Stack>
      <BookingForm lead={lead} opened={booking} close={close} booked={changed} />
    </section>
  );
}

/** Whether it should have taken place: somebody has to say whether it did. */
function isOver({ endsAt }: { endsAt: string }): boolean {
  return Date.parse(endsAt) < Date.now();
}
