import { Group, Select, Stack, Text } from "@mantine/core";
import { Nothing } from "../app/Nothing";
import { STAGES, stageName } from "../app/stages";
import type { CandidatesQuery, LeadStage } from "../graphql/graphql";
import { CamTable, type Column } from "../table/CamTable";
import { usePages } from "../table/usePages";
import type { Selection } from "../table/useSelection";
import { CANDIDATES } from "./operations";

type Candidate = CandidatesQuery["leads"]["nodes"][number];
type Props = {
  campaignId: string;
  stage: LeadStage | null;
  setStage: (stage: LeadStage | null) => void;
  selection: Selection;
};

/** Leads of the campaign to choose from. */
export function CandidateTable({ campaignId, stage, setStage, selection }: Props) {
  const filter = { campaign: { eq: campaignId }, ...(stage && { stage: { eq: stage } }) };
  const pages = usePages(CANDIDATES, { filter }, (data) => data.leads);
  return (
    <Stack gap="xs">
      <Group align="end">
        <Select
          label="Leads in"
          placeholder="any stage"
          clearable
          data={STAGES.map((value) => ({ value, label: stageName(value) }))}
          value={stage}
          onChange={(value) => setStage(value as LeadStage | null)}
        />
        <Text size="sm" c="dimmed" mb={8}>
          {pages.total?.toLocaleString()} leads
        </Text>
      </Group>
      <CamTable
        name="Leads to write to"
        columns={COLUMNS}
        pages={pages}
        selection={selection}
        rowLabel={(lead) => lead.name}
        onOpen={(lead) => selection.toggle(lead.id)}
        height="300px"
        card={(lead) => (
          <>
            <Text fw={600}>{lead.name}</Text>
            <Text size="sm" c="dimmed" truncate>
              {[lead.role, lead.company].filter(Boolean).join(" · ")}
            </Text>
          </>
        )}
        empty={<Nothing title="Nobody is in this stage">Choose another.</Nothing>}
      />
    </Stack>
  );
}

const COLUMNS: Column<Candidate>[] = [
  { id: "name", header: "Name", width: "1.3fr", cell: ({ name }) => <b>{name}</b> },
  { id: "company", header: "Company", cell: ({ company }) => company },
  { id: "role", header: "Role", hidden: true, cell: ({ role }) => role },
  { id: "email", header: "E-mail", width: "1.3fr", cell: ({ email }) => email ?? "none" },
  { id: "stage", header: "Stage", width: "90px", cell: ({ stage }) => stageName(stage) },
];
