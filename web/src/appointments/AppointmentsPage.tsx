/** Whom one meets when. */
import { Button, Group, SegmentedControl, Stack, Title } from "@mantine/core";
import { usePlace } from "../app/place";
import { useMay } from "../app/viewer";
import "./appointments.css";
import { BookingForm } from "./BookingForm";
import { CamAppointmentsPanel } from "./CamAppointmentsPanel";
import { Hosts } from "./Hosts";

const VIEWS = [
  { value: "agenda", label: "Agenda" },
  { value: "week", label: "Week" },
  { value: "hosts", label: "Hosts" },
];

export function AppointmentsPage() {
  const [place, change] = usePlace();
  const view = VIEWS.some(({ value }) => value === place.view) ? (place.view ?? "agenda") : "agenda";
  const mayWork = useMay("OPERATOR");
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1} fz="xl">
          Appointments
        </Title>
        <Group gap={8}>
          <SegmentedControl
            size="xs"
            aria-label="View"
            value={view}
            data={VIEWS}
            onChange={(value) => change({ view: value === "agenda" ? undefined : value })}
          />
          {mayWork && <Button onClick={() => change({ new: "appointment" })}>New appointment</Button>}
        </Group>
      </Group>
      {view === "hosts" ? <Hosts /> : <CamAppointmentsPanel view={view} />}
      <BookingForm
        opened={place.new === "appointment"}
        close={() => change({ new: undefined })}
        booked={() => undefined}
      />
    </Stack>
  );
}
