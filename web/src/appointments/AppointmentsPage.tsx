import { Title } from "@mantine/core";

export function AppointmentsPage() {
  return <Title order={1}>Appointments</Title>;
}
