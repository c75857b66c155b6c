import { ActionIcon, Group, Select, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { CampaignForm } from "./CampaignForm";
import { useCampaigns } from "./campaigns";
import { usePlace } from "./place";
import { useMay } from "./viewer";

/** Which campaign all pages are about; none: all of them. */
export function CampaignSwitcher() {
  const { campaigns } = useCampaigns();
  const [{ campaign }, change] = usePlace();
  const [creating, { open, close }] = useDisclosure();
  const mayCreate = useMay("OPERATOR");
  return (
    <Group gap={4} wrap="nowrap">
      <Select
        aria-label="Campaign"
        placeholder="All campaigns"
        data={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
        value={campaign ?? null}
        onChange={(chosen) => change({ campaign: chosen ?? undefined, lead: undefined })}
        searchable
        clearable
        nothingFoundMessage="No campaign of this name"
        w={{ base: 136, sm: 240 }}
      />
      {mayCreate && (
        <Tooltip label="New campaign" withinPortal={false}>
          <ActionIcon variant="subtle" color="gray" size="lg" onClick={open} aria-label="New campaign">
            <IconPlus size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      <CampaignForm opened={creating} close={close} created={(id) => change({ campaign: id })} />
    </Group>
  );
}
