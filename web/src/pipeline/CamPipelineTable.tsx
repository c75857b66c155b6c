/** Everybody, as rows: searched, filtered, chosen, and changed many at once. */
import { CloseButton, Group, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { useClient } from "urql";
import { Nothing } from "../app/Nothing";
import { type Place, useOpenLead, usePlace } from "../app/place";
import { STAGES, stageName } from "../app/stages";
import { useMay } from "../app/viewer";
import type { LeadFilter, LeadOrder, LeadSource, LeadStage } from "../graphql/graphql";
import { BulkBar } from "../table/BulkBar";
import { CamTable } from "../table/CamTable";
import { FilterChip } from "../table/FilterChip";
import { usePages } from "../table/usePages";
import { useSelection } from "../table/useSelection";
import { allLeadIds } from "./allLeadIds";
import { BulkActions } from "./BulkActions";
import { LeadFace } from "./LeadFace";
import { LEAD_COLUMNS } from "./leadColumns";
import { LEADS } from "./operations";
import { useEachMoment } from "./useLiveLeads";

export function CamPipelineTable({ moment }: { moment: number }) {
  const [place, change] = usePlace();
  const filter = filterOf(place);
  const pages = usePages(LEADS, { filter, orderBy: orderOf(place.order) }, (data) => data.leads);
  useEachMoment(moment, pages.refresh);
  const selection = useSelection();
  const client = useClient();
  const openLead = useOpenLead();
  const mayWork = useMay("OPERATOR");
  return (
    <Stack gap="xs">
      <Filters place={place} change={change} total={pages.total} />
      <CamTable
        name="Leads"
        columns={LEAD_COLUMNS}
        pages={pages}
        selection={mayWork ? selection : undefined}
        rowLabel={(lead) => lead.name}
        openId={place.lead}
        onOpen={(lead) => openLead(lead.id)}
        height="min(64vh, 720px)"
        card={(lead) => <LeadFace lead={lead} bare />}
        empty={
          <Nothing title={isNarrowed(place) ? "Nobody fits these filters" : "No leads yet"}>
            {isNarrowed(place) ? "Take one away to see more." : "Find people, import a file, or add somebody by hand."}
          </Nothing>
        }
      />
      <BulkBar
        selection={selection}
        total={pages.total}
        selectAll={() => allLeadIds(client, filter).then(selection.set)}
      >
        <BulkActions selection={selection} campaignId={place.campaign} filter={filter} done={pages.refresh} />
      </BulkBar>
    </Stack>
  );
}

const NARROWING = ["q", "stage", "source", "owner"] as const;

function isNarrowed(place: Place): boolean {
  return NARROWING.some((name) => place[name]);
}

function filterOf({ campaign, q, stage, source, owner }: Place): LeadFilter {
  return {
    ...(campaign && { campaign: { eq: campaign } }),
    ...(q && { search: q }),
    ...(stage && { stage: { eq: stage as LeadStage } }),
    ...(source && { source: { eq: source as LeadSource } }),
    ...(owner && { assigned: owner === "some" }),
  };
}

const ORDERS: { value: LeadOrder["field"]; label: string; direction: LeadOrder["direction"] }[] = [
  { value: "CREATED_AT", label: "newest", direction: "DESC" },
  { value: "NAME", label: "name", direction: "ASC" },
  { value: "SCORE", label: "best match", direction: "DESC" },
  { value: "LAST_CONTACTED_AT", label: "contacted last", direction: "DESC" },
  { value: "STAGE_ENTERED_AT", label: "moved last", direction: "DESC" },
];

function orderOf(order: string | undefined): LeadOrder | null {
  const found = ORDERS.find(({ value }) => value === order);
  return found ? { field: found.value, direction: found.direction } : null;
}

const SOURCES: { value: LeadSource; label: string }[] = [
  { value: "DISCOVERY", label: "found" },
  { value: "IMPORT", label: "imported" },
  { value: "MANUAL", label: "by hand" },
  { value: "FORM", label: "a form" },
];
const OWNERS = [
  { value: "some", label: "assigned" },
  { value: "none", label: "nobody’s" },
];

function Filters({ place, change, total }: { place: Place; change: ReturnType<typeof usePlace>[1]; total?: number }) {
  return (
    <Group gap={6}>
      <Search value={place.q ?? ""} onChange={(q) => change({ q: q || undefined }, { replace: true })} />
      <FilterChip
        name="Stage"
        options={STAGES.map((value) => ({ value, label: stageName(value) }))}
        value={place.stage}
        onChange={(stage) => change({ stage })}
      />
      <FilterChip name="From" options={SOURCES} value={place.source} onChange={(source) => change({ source })} />
      <FilterChip name="Owner" options={OWNERS} value={place.owner} onChange={(owner) => change({ owner })} />
      <FilterChip name="Order" options={ORDERS} value={place.order} onChange={(order) => change({ order })} />
      {total !== undefined && (
        <Text size="sm" c="dimmed" ml="auto" pr={36}>
          {total.toLocaleString()} {total === 1 ? "lead" : "leads"}
        </Text>
      )}
    </Group>
  );
}

function Search({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  const tell = useDebouncedCallback(onChange, 250);
  const type = (typed: string) => {
    setText(typed);
    tell(typed.trim());
  };
  return (
    <TextInput
      aria-label="Search leads"
      placeholder="Name, company, e-mail …"
      size="xs"
      w={220}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      rightSection={text && <CloseButton size="sm" aria-label="Clear the search" onClick={() => type("")} />}
    />
  );
}
