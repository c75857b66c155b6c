/** How much may go out, when, and to whom never. */
import { Stack, Tabs, Title } from "@mantine/core";
import { lazy, Suspense } from "react";
import { usePlace } from "../app/place";
import { CamSafetyPanel } from "./CamSafetyPanel";
import "./safety.css";

const CheckLead = lazy(() => import("./CheckLead").then((module) => ({ default: module.CheckLead })));
const History = lazy(() => import("./History").then((module) => ({ default: module.History })));
const Suppressions = lazy(() => import("./Suppressions").then((module) => ({ default: module.Suppressions })));

const TABS = [
  { value: "limits", label: "Limits", panel: <CamSafetyPanel /> },
  { value: "suppressions", label: "Do not contact", panel: <Suppressions /> },
  { value: "check", label: "Check a lead", panel: <CheckLead /> },
  { value: "history", label: "History", panel: <History /> },
];

export function SafetyPage() {
  const [{ tab }, change] = usePlace();
  const chosen = TABS.some(({ value }) => value === tab) ? tab : "limits";
  return (
    <Stack gap="sm">
      <Title order={1} fz="xl">
        Safety
      </Title>
      <Tabs
        value={chosen}
        onChange={(value) => change({ tab: value && value !== "limits" ? value : undefined })}
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
