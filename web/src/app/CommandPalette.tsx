/** ⌘K: finds leads, campaigns, pages and what can be done. */
import { ActionIcon, Tooltip } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, type SpotlightActionData, spotlight } from "@mantine/spotlight";
import { IconCommand } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useQuery } from "urql";
import { graphql } from "../graphql";
import { useCampaigns } from "./campaigns";
import { useOpenLead, usePlace } from "./place";
import { useMay } from "./viewer";

const FIND_LEADS = graphql(`
  query FindLeads($search: String!) {
    leads(first: 8, filter: { search: $search }) {
      nodes { id name role company campaign { id name } }
    }
  }
`);
const PAGES = ["Find", "Pipeline", "Appointments", "Outreach", "Safety", "Activity"];

export function CommandPalette() {
  const [asked, setAsked] = useState("");
  const [search] = useDebouncedValue(asked.trim(), 150);
  const [{ data }] = useQuery({ query: FIND_LEADS, variables: { search }, pause: search.length < 2 });
  const { campaigns } = useCampaigns();
  const [, change] = usePlace();
  const openLead = useOpenLead();
  const navigate = useNavigate();
  const pages = useMay("ADMIN") ? [...PAGES, "Tokens"] : PAGES;

  const leads: SpotlightActionData[] = (search.length < 2 ? [] : (data?.leads.nodes ?? [])).map((lead) => ({
    id: lead.id,
    label: lead.name,
    description: [lead.role, lead.company, lead.campaign.name].filter(Boolean).join(" · "),
    keywords: [asked], // the server has found it; the palette's own search must not lose it
    onClick: () => openLead(lead.id),
  }));
  return (
    <>
      <Tooltip label="Find anything (⌘K)" withinPortal={false}>
        <ActionIcon variant="subtle" color="gray" size="lg" onClick={spotlight.open} aria-label="Find anything">
          <IconCommand size={20} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Spotlight
        shortcut={["mod + K", "/"]}
        limit={20}
        scrollable
        attributes={{ content: { "aria-label": "Find anything" } }}
        onQueryChange={setAsked}
        searchProps={{ placeholder: "Leads, campaigns, pages …", "aria-label": "Find anything" }}
        nothingFound="Nothing of this name"
        actions={[
          ...(leads.length ? [{ group: "Leads", actions: leads }] : []),
          {
            group: "Campaigns",
            actions: campaigns.map(({ id, name, targetNiche }) => ({
              id,
              label: name,
              description: targetNiche ?? undefined,
              onClick: () => change({ campaign: id }),
            })),
          },
          {
            group: "Pages",
            actions: pages.map((name) => ({
              id: name,
              label: name,
              onClick: () => void navigate({ to: `/${name.toLowerCase()}` as never }),
            })),
          },
        ]}
      />
    </>
  );
}
