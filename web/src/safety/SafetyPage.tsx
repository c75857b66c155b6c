/** How much may go out, when, and to whom never. */
import { Stack, Tabs, Title } from "@mantine/core";
import { usePlace } from "../app/place";
import { CamSafetyPanel } from "./CamSafetyPanel";
import { CheckLead } from "./CheckLead";
import { History } from "./History";
import "./safety.css";
import { Suppressions } from "./Suppressions";

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
            {panel}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Stack>
  );
}
