/** What goes out to whom, what it says, and what came back. */
import { Stack, Tabs, Title } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { usePlace } from "../app/place";
import { Messages } from "./Messages";

const Sequences = lazy(() => import("./Sequences").then((module) => ({ default: module.Sequences })));
const Templates = lazy(() => import("./Templates").then((module) => ({ default: module.Templates })));
const Tasks = lazy(() => import("./Tasks").then((module) => ({ default: module.Tasks })));
const Replies = lazy(() => import("./Replies").then((module) => ({ default: module.Replies })));

const TABS: { value: string; label: string; panel: ReactNode }[] = [
  { value: "messages", label: "Messages", panel: <Messages /> },
  { value: "sequences", label: "Sequences", panel: <Sequences /> },
  { value: "templates", label: "Templates", panel: <Templates /> },
  { value: "tasks", label: "By hand", panel: <Tasks /> },
  { value: "replies", label: "Replies", panel: <Replies /> },
];

export function OutreachPage() {
  const [{ tab }, change] = usePlace();
  const chosen = TABS.some(({ value }) => value === tab) ? tab : "messages";
  return (
    <Stack gap="sm">
      <Title order={1} fz="xl">
        Outreach
      </Title>
      <Tabs
        value={chosen}
        onChange={(value) => change({ tab: value && value !== "messages" ? value : undefined, status: undefined })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {TABS.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(({ value, panel }) => (
          <Tabs.Panel key={value} value={value}>
            <Suspense fallback={null}>{panel}</Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}
