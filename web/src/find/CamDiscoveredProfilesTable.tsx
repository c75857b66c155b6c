/** The people a job found: filtered, explained, chosen, and made leads. */
import { Button, Group, Stack, Text } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useClient, useMutation } from "urql";
import { Nothing } from "../app/Nothing";
import { type Place, useOpenLead, usePlace } from "../app/place";
import { platformName } from "../app/platforms";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { ConvertProfilesMutation, DiscoveredProfileFilter, Platform, ProfilesQuery } from "../graphql/graphql";
import { BulkBar } from "../table/BulkBar";
import { CamTable, type Column } from "../table/CamTable";
import { FilterChip } from "../table/FilterChip";
import { usePages } from "../table/usePages";
import { useSelection } from "../table/useSelection";
import { Ago } from "../time/Ago";
import { allIds } from "./allIds";
import { ConversionResults } from "./ConversionResults";
import { CONVERT, PROFILES } from "./operations";
import { Score } from "./Score";

type Profile = NonNullable<ProfilesQuery["discoveryJob"]>["profiles"]["nodes"][number];
export type Results = ConvertProfilesMutation["convertProfiles"]["results"];

const PLATFORMS: Platform[] = ["WEB", "GITHUB", "BLUESKY", "MASTODON", "LINKEDIN", "TWITTER", "INSTAGRAM"];
const ORDERS = [
  { value: "DISPLAY_NAME", label: "name" },
  { value: "FOLLOWERS", label: "followers" },
  { value: "DISCOVERED_AT", label: "found last" },
];
const SCORES = ["0.8", "0.6", "0.4"].map((value) => ({ value, label: `${value} or more` }));
const REFRESH = 1_000;
/** As many as one call of `convertProfiles` takes. */
const MOST = 1_000;

export function CamDiscoveredProfilesTable(props: { jobId: string; found: number; underWay: boolean }) {
  const [place, change] = usePlace();
  const filter = filterOf(place);
  const orderBy = orderOf(place.order);
  const pages = usePages(PROFILES, { job: props.jobId, filter, orderBy }, (data) => data.discoveryJob?.profiles);
  useRefreshing(props.found, pages.refresh);
  const selection = useSelection();
  const client = useClient();
  const [, convert] = useMutation(CONVERT);
  const [results, setResults] = useState<Results>();
  const [converting, setConverting] = useState(false);
  const openLead = useOpenLead();
  const columns = useMemo(() => columnsWith(openLead), [openLead]);

  const convertSelected = async () => {
    setConverting(true);
    const done: Results = [];
    const ids = [...selection.ids];
    for (let at = 0; at < ids.length; at += MOST) {
      const input = { jobId: props.jobId, profileIds: ids.slice(at, at + MOST) };
      const { data, error } = await convert({ input });
      if (tellErrors(data?.convertProfiles.userErrors, error)) break;
      done.push(...(data?.convertProfiles.results ?? []));
    }
    setConverting(false);
    if (done.length === 0) return;
    setResults(done);
    selection.clear();
    pages.refresh();
  };

  return (
    <Stack gap="xs" miw={0}>
      <Filters place={place} change={change} total={pages.total} />
      <CamTable
        name="Found people"
        columns={columns}
        pages={pages}
        selection={useMay("OPERATOR") ? selection : undefined}
        rowLabel={(profile) => profile.displayName}
        openId={place.profile}
        onOpen={(profile) => change({ profile: profile.id, lead: undefined })}
        height="min(62vh, 680px)"
        card={(profile) => <ProfileCard profile={profile} />}
        empty={<NobodyYet underWay={props.underWay} filtered={Object.keys(filter).length > 0} />}
      />
      <BulkBar
        selection={selection}
        total={pages.total}
        selectAll={() => allIds(client, props.jobId, filter).then(selection.set)}
      >
        <Button onClick={convertSelected} loading={converting}>
          Convert to leads
        </Button>
      </BulkBar>
      <ConversionResults results={results} names={namesOf(pages.rows)} close={() => setResults(undefined)} />
    </Stack>
  );
}

/** While more are found the rows follow, at most once a second; the last of them always. */
function useRefreshing(found: number, refresh: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(refresh);
  latest.current = refresh;
  const before = useRef(found);
  useEffect(() => {
    if (before.current === found) return;
    before.current = found;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, REFRESH);
  }, [found]);
  useEffect(() => () => clearTimeout(timer.current), []);
}

function filterOf({ platform, score, open }: Place): DiscoveredProfileFilter {
  return {
    ...(platform && { platform: { eq: platform as Platform } }),
    ...(score && { matchScore: { gte: Number(score) } }),
    ...(open && { converted: false }),
  };
}

function orderOf(order: string | undefined): ProfilesOrder | null {
  if (order === "DISPLAY_NAME") return { field: order, direction: "ASC" };
  if (order === "FOLLOWERS" || order === "DISCOVERED_AT") return { field: order, direction: "DESC" };
  return null;
}
type ProfilesOrder = { field: "DISPLAY_NAME" | "FOLLOWERS" | "DISCOVERED_AT"; direction: "ASC" | "DESC" };

function Filters({ place, change, total }: { place: Place; change: (patch: Place) => void; total?: number }) {
  const chip = { platform: (value?: string) => change({ platform: value }) };
  return (
    <Group gap={6}>
      <FilterChip
        name="Platform"
        options={PLATFORMS.map((value) => ({ value, label: platformName(value) }))}
        value={place.platform}
        onChange={chip.platform}
      />
      <FilterChip name="Match" options={SCORES} value={place.score} onChange={(score) => change({ score })} />
      <FilterChip
        name="Leads"
        options={[{ value: "1", label: "not yet" }]}
        value={place.open}
        onChange={(open) => change({ open })}
      />
      <FilterChip name="Order" options={ORDERS} value={place.order} onChange={(order) => change({ order })} />
      {total !== undefined && (
        <Text size="sm" c="dimmed" ml="auto" pr={36}>
          {total.toLocaleString()} {total === 1 ? "person" : "people"}
        </Text>
      )}
    </Group>
  );
}

function columnsWith(openLead: (id: string) => void): Column<Profile>[] {
  return [
    {
      id: "score",
      header: "Match",
      width: "104px",
      cell: ({ matchScore, matchReasons }) => <Score score={matchScore} reasons={matchReasons} />,
    },
    { id: "name", header: "Name", width: "minmax(120px, 1.4fr)", cell: ({ displayName }) => <b>{displayName}</b> },
    { id: "role", header: "Role", width: "minmax(110px, 1.3fr)", cell: ({ role }) => role },
    { id: "company", header: "Company", width: "minmax(100px, 1fr)", cell: ({ company }) => company },
    { id: "location", header: "Place", width: "minmax(100px, 1fr)", cell: ({ location }) => location },
    {
      id: "followers",
      header: "Followers",
      width: "80px",
      numeric: true,
      cell: ({ followers }) => followers?.toLocaleString(),
    },
    { id: "platform", header: "From", width: "90px", cell: ({ platform }) => platformName(platform) },
    {
      id: "active",
      header: "Active",
      width: "100px",
      hidden: true,
      cell: ({ lastActiveAt }) => lastActiveAt && <Ago at={lastActiveAt} />,
    },
    {
      id: "found",
      header: "Found",
      width: "100px",
      hidden: true,
      cell: ({ discoveredAt }) => <Ago at={discoveredAt} />,
    },
    {
      id: "lead",
      header: "Lead",
      width: "80px",
      cell: ({ lead }) => lead && <LeadButton lead={lead} open={openLead} />,
    },
  ];
}

function LeadButton({ lead, open }: { lead: { id: string; name: string }; open: (id: string) => void }) {
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      aria-label={`Open the lead ${lead.name}`}
      onClick={(event) => {
        event.stopPropagation();
        open(lead.id);
      }}
    >
      ✓ Lead
    </Button>
  );
}

function ProfileCard({ profile }: { profile: Profile }) {
  return (
    <div>
      <Group justify="space-between" wrap="nowrap" gap={8}>
        <Text fw={600} truncate>
          {profile.displayName}
        </Text>
        <Text className="cam-number" size="sm">
          {profile.matchScore.toFixed(2)}
        </Text>
      </Group>
      <Text size="sm" c="dimmed" truncate>
        {[profile.role, profile.company, profile.location].filter(Boolean).join(" · ") ||
          platformName(profile.platform)}
        {profile.lead && " · lead"}
      </Text>
    </div>
  );
}

function NobodyYet({ underWay, filtered }: { underWay: boolean; filtered: boolean }) {
  if (filtered) return <Nothing title="Nobody fits these filters">Take one away to see more.</Nothing>;
  if (underWay) return <Nothing title="Looking …">People appear here as they are found.</Nothing>;
  return <Nothing title="Nobody yet">Run the job; who is found appears here.</Nothing>;
}

function namesOf(profiles: Profile[]): ReadonlyMap<string, string> {
  return new Map(profiles.map(({ id, displayName }) => [id, displayName]));
}
