import { Title } from "@mantine/core";

export function PipelinePage() {
  return <Title order={1}>Pipeline</Title>;
}
