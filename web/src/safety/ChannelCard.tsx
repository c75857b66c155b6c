import { Badge, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { channelName } from "../app/channels";
import type { SettingsFieldsFragment } from "../graphql/graphql";
import { WarmupCurve } from "./WarmupCurve";

export type Limit = SettingsFieldsFragment["channels"][number];

const NEAR = 0.8;

/** One channel's day: how much of it is used up, and how its limit grows. */
export function ChannelCard({ limit }: { limit: Limit }) {
  const { channel, limitToday, sentToday, reservedToday, remainingToday, maxPerDay, minGapSeconds } = limit;
  const used = limitToday > 0 ? (sentToday + reservedToday) / limitToday : 0;
  return (
    <Paper withBorder p="md" component="section" aria-label={channelName(channel)}>
      <Stack gap={8}>
        <Group justify="space-between">
          <Title order={2} fz="md">
            {channelName(channel)}
          </Title>
          {limitToday === 0 && <Badge color="gray">off</Badge>}
          {limitToday > 0 && remainingToday === 0 && <Badge color="red">used up</Badge>}
          {remainingToday > 0 && used >= NEAR && <Badge color="yellow">nearly used up</Badge>}
        </Group>
        <Text key={sentToday} className="cam-changed" style={{ fontVariantNumeric: "tabular-nums" }}>
          <b>{sentToday.toLocaleString()}</b> of {limitToday.toLocaleString()} sent today
        </Text>
        <div className="cam-usage" aria-hidden>
          <span style={{ width: share(sentToday, limitToday) }} data-near={used >= NEAR || undefined} />
          <span style={{ width: share(reservedToday, limitToday) }} data-reserved />
        </div>
        <Text size="sm" c="dimmed">
          {reservedToday.toLocaleString()} reserved, {remainingToday.toLocaleString()} left. At most{" "}
          {maxPerDay.toLocaleString()} a day, {minGapSeconds} s apart.
        </Text>
        <WarmupCurve warmup={limit.warmup} maxPerDay={maxPerDay} limitToday={limitToday} />
      </Stack>
    </Paper>
  );
}

function share(count: number, of: number): string {
  return `${of > 0 ? Math.min(100, (count / of) * 100) : 0}%`;
}
