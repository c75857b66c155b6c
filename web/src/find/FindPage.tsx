import { Title } from "@mantine/core";

export function FindPage() {
  return <Title order={1}>Find</Title>;
}
