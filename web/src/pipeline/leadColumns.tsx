import { Badge } from "@mantine/core";
import { stageColour, stageName } from "../app/stages";
import type { LeadSource, LeadsQuery } from "../graphql/graphql";
import type { Column } from "../table/CamTable";
import { Ago } from "../time/Ago";

export type LeadRow = LeadsQuery["leads"]["nodes"][number];

const ORIGINS: Record<LeadSource, string> = {
  DISCOVERY: "found",
  FORM: "form",
  IMPORT: "import",
  MANUAL: "by hand",
};

export const LEAD_COLUMNS: Column<LeadRow>[] = [
  { id: "name", header: "Name", width: "minmax(130px, 1.5fr)", cell: ({ name }) => <b>{name}</b> },
  {
    id: "stage",
    header: "Stage",
    width: "100px",
    cell: ({ stage }) => (
      <Badge color={stageColour(stage)} variant="dot">
        {stageName(stage)}
      </Badge>
    ),
  },
  { id: "score", header: "Match", width: "60px", numeric: true, cell: ({ score }) => score?.toFixed(2) },
  { id: "role", header: "Role", width: "minmax(110px, 1.2fr)", cell: ({ role }) => role },
  { id: "company", header: "Company", width: "minmax(100px, 1fr)", cell: ({ company }) => company },
  { id: "location", header: "Place", width: "minmax(90px, 1fr)", hidden: true, cell: ({ location }) => location },
  { id: "owner", header: "Owner", width: "minmax(80px, 0.8fr)", cell: ({ owner }) => owner },
  { id: "tags", header: "Labels", width: "minmax(80px, 0.8fr)", cell: ({ tags }) => tags.join(", ") },
  {
    id: "contacted",
    header: "Contacted",
    width: "110px",
    cell: ({ lastContactedAt }) => lastContactedAt && <Ago at={lastContactedAt} />,
  },
  {
    id: "replied",
    header: "Replied",
    width: "110px",
    hidden: true,
    cell: ({ lastRepliedAt }) => lastRepliedAt && <Ago at={lastRepliedAt} />,
  },
  { id: "source", header: "From", width: "80px", cell: ({ source }) => ORIGINS[source] },
  {
    id: "campaign",
    header: "Campaign",
    width: "minmax(90px, 1fr)",
    hidden: true,
    cell: ({ campaign }) => campaign.name,
  },
  { id: "created", header: "Created", width: "110px", hidden: true, cell: ({ createdAt }) => <Ago at={createdAt} /> },
];
