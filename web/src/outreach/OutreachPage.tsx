import { Title } from "@mantine/core";

export function OutreachPage() {
  return <Title order={1}>Outreach</Title>;
}
