/** Each channel's day, live; the hours in which messages may go out; and changing all of it. */
import { Alert, Button, Group, SimpleGrid, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import { useQuery, useSubscription } from "urql";
import { channelName } from "../app/channels";
import { Failed } from "../app/Failed";
import { useMay } from "../app/viewer";
import type { SettingsFieldsFragment } from "../graphql/graphql";
import { Ago } from "../time/Ago";
import { ChannelCard } from "./ChannelCard";
import { SETTINGS, USAGE } from "./operations";
import { WindowGrid } from "./WindowGrid";

const SettingsForm = lazy(() => import("./SettingsForm").then((module) => ({ default: module.SettingsForm })));

export function CamSafetyPanel() {
  const [{ data, error }, ask] = useQuery({ query: SETTINGS });
  useSubscription({ query: USAGE });
  const [editing, { open, close }] = useDisclosure();
  const mayChange = useMay("ADMIN");
  if (error && !data) return <Failed error={error} retry={() => ask({ requestPolicy: "network-only" })} />;
  if (!data) return <Skeleton height={360} />;
  const settings = data.safetySettings;
  return (
    <Stack gap="lg">
      {settings.outreachPaused && (
        <Alert color="red" variant="light" title="All outreach is stopped">
          By {settings.pausedBy}
          {settings.pauseReason && `: ${settings.pauseReason}`}. Nothing goes out, whatever the limits below.
        </Alert>
      )}
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          Version {settings.version}, changed <Ago at={settings.updatedAt} />
          {settings.updatedBy && ` by ${settings.updatedBy}`}. Days are those of {settings.timeZone}.
        </Text>
        {mayChange && !editing && <Button onClick={open}>Change limits</Button>}
      </Group>
      {editing && (
        <Suspense fallback={<Skeleton height={300} />}>
          <SettingsForm settings={settings} done={close} />
        </Suspense>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        {settings.channels.map((channel) => (
          <ChannelCard key={channel.channel} limit={channel} />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <section>
          <Title order={2} fz="md" mb={8}>
            When messages may go out
          </Title>
          <WindowGrid window={settings.sendWindow ?? undefined} />
        </section>
        <Rules settings={settings} />
      </SimpleGrid>
    </Stack>
  );
}

/** The limits that are no channel's. */
function Rules({ settings }: { settings: SettingsFieldsFragment }) {
  const { leadFrequency, maxPerDomainPerDay, ignorePlusTags, campaigns } = settings;
  return (
    <section>
      <Title order={2} fz="md" mb={8}>
        And besides
      </Title>
      <dl className="cam-facts">
        <div>
          <dt>One lead</dt>
          <dd>
            {leadFrequency
              ? `at most ${leadFrequency.maxMessages} messages in ${leadFrequency.days} days`
              : "no limit of its own"}
          </dd>
        </div>
        <div>
          <dt>One domain</dt>
          <dd>{maxPerDomainPerDay == null ? "no limit of its own" : `at most ${maxPerDomainPerDay} e-mails a day`}</dd>
        </div>
        <div>
          <dt>Plus tags</dt>
          <dd>{ignorePlusTags ? "ana+news@… is suppressed with ana@…" : "ana+news@… and ana@… are two addresses"}</dd>
        </div>
        {campaigns.map(({ campaign, channels }) => (
          <div key={campaign?.id}>
            <dt>{campaign?.name}</dt>
            <dd>
              {channels
                .map(({ channel, effectiveMaxPerDay }) => `${channelName(channel)} ${effectiveMaxPerDay} a day`)
                .join(", ")}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
