import { Drawer } from "@mantine/core";
import { useOpenLead } from "../app/place";

export function LeadPanel({ leadId }: { leadId: string }) {
  const open = useOpenLead();
  return (
    <Drawer opened position="right" onClose={() => open(undefined)} title={leadId}>
      …
    </Drawer>
  );
}
