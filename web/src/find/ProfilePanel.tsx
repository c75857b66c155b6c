/** One found person: everything known, and where each value comes from. */
import { Anchor, Drawer, Skeleton, Stack, Text, Title, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "urql";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { platformName } from "../app/platforms";
import type { ProfileFactsFragment } from "../graphql/graphql";
import { Ago } from "../time/Ago";
import { exactly } from "../time/zones";
import { PROFILE } from "./operations";
import { Reasons } from "./Score";

type Profile = ProfileFactsFragment;

export function ProfilePanel({ profileId, close }: { profileId: string; close: () => void }) {
  const narrow = useMediaQuery("(max-width: 700px)");
  const [{ data, error, fetching }] = useQuery({ query: PROFILE, variables: { id: profileId } });
  const profile = data?.node && "displayName" in data.node ? (data.node as Profile) : undefined;
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={narrow ? "100%" : 480}
      title={profile?.displayName ?? "Found person"}
    >
      {error && <Failed error={error} />}
      {!profile && !error && (fetching ? <Skeleton height={300} /> : <Nothing title="This profile is gone" />)}
      {profile && <Facts profile={profile} />}
    </Drawer>
  );
}

const FACTS = ["role", "company", "location", "email", "phone", "website", "bio"] as const;
const NAMES: Record<(typeof FACTS)[number], string> = {
  bio: "About",
  company: "Company",
  email: "E-mail",
  location: "Place",
  phone: "Phone",
  role: "Role",
  website: "Website",
};

function Facts({ profile }: { profile: Profile }) {
  return (
    <Stack gap="md">
      <Text size="sm">
        <Anchor inherit href={profile.profileUrl} target="_blank" rel="noreferrer noopener">
          {profile.handle}
        </Anchor>{" "}
        on {platformName(profile.platform)}, found <Ago at={profile.discoveredAt} />
        {profile.lastActiveAt && (
          <>
            , active <Ago at={profile.lastActiveAt} />
          </>
        )}
      </Text>
      <dl className="cam-facts">
        {FACTS.filter((name) => profile[name]).map((name) => (
          <Fact key={name} name={name} profile={profile} />
        ))}
        {profile.followers != null && (
          <div>
            <dt>Followers</dt>
            <dd>{profile.followers.toLocaleString()}</dd>
          </div>
        )}
      </dl>
      <section>
        <Title order={3} fz="sm" mb={6}>
          Match {profile.matchScore.toFixed(2)}
        </Title>
        <Reasons reasons={profile.matchReasons} />
      </section>
      {profile.links.length > 0 && (
        <section>
          <Title order={3} fz="sm" mb={6}>
            Elsewhere
          </Title>
          {profile.links.map((link) => (
            <Anchor key={link} href={link} target="_blank" rel="noreferrer noopener" display="block" size="sm" truncate>
              {link}
            </Anchor>
          ))}
        </section>
      )}
    </Stack>
  );
}

function Fact({ name, profile }: { name: (typeof FACTS)[number]; profile: Profile }) {
  const origin = profile.provenance.find(({ field }) => field === name);
  return (
    <div>
      <dt>{NAMES[name]}</dt>
      <dd>
        {profile[name]}
        {origin && (
          <Tooltip
            multiline
            maw={360}
            events={{ hover: true, focus: true, touch: true }}
            label={`Read by ${origin.method} from ${origin.sourceUrl}, ${exactly(origin.retrievedAt)}`}
          >
            <Anchor
              href={origin.sourceUrl}
              target="_blank"
              rel="noreferrer noopener"
              size="xs"
              ml={8}
              underline="always"
            >
              source
            </Anchor>
          </Tooltip>
        )}
      </dd>
    </div>
  );
}
