/** Everything that happened, the last first, and what happens now. */
import { Button, Group, Skeleton, Stack, Title } from "@mantine/core";
import { useMemo } from "react";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { usePlace } from "../app/place";
import { FilterChip } from "../table/FilterChip";
import { usePages } from "../table/usePages";
import { dayOf } from "../time/zones";
import { ActivityRow } from "./ActivityRow";
import { GROUPS, kindsOf } from "./kinds";
import { ACTIVITY } from "./operations";
import { useNews } from "./useNews";

export function ActivityPage() {
  const [{ campaign, kinds }, change] = usePlace();
  const wanted = kindsOf(kinds);
  const filter = {
    ...(campaign && { campaign: { eq: campaign } }),
    ...(wanted && { kind: { in: wanted } }),
  };
  const pages = usePages(ACTIVITY, { filter }, (data) => data.activity);
  const news = useNews(pages.rows, pages.refresh);
  const days = useMemo(() => byDay(pages.rows), [pages.rows]);

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1} fz="xl">
          Activity
        </Title>
        <FilterChip name="About" options={GROUPS} value={kinds} onChange={(value) => change({ kinds: value })} />
      </Group>
      {news.waiting > 0 && (
        <Button variant="light" onClick={news.show} style={{ position: "sticky", top: 0, zIndex: 2 }}>
          {news.waiting === 1 ? "1 more has happened" : `${news.waiting} more have happened`}
        </Button>
      )}
      {pages.loading && !pages.error && <Skeleton height={320} aria-label="The log is loading" />}
      {pages.error && <Failed error={pages.error} retry={pages.refresh} />}
      {!pages.loading && !pages.error && pages.rows.length === 0 && (
        <Nothing title="Nothing has happened yet">
          {kinds
            ? "Take the filter away to see everything."
            : "What anybody does here, people and programs, stands in this log."}
        </Nothing>
      )}
      {days.map(([day, activities]) => (
        <section key={day} aria-label={day}>
          <Title order={2} fz="sm" c="dimmed" fw={500} mb={4}>
            {day}
          </Title>
          <Stack component="ol" gap={0} p={0} m={0}>
            {activities.map((activity) => (
              <ActivityRow key={activity.id} activity={activity} isNew={news.fresh.has(activity.id)} />
            ))}
          </Stack>
        </section>
      ))}
      {pages.hasMore && (
        <Button variant="default" onClick={pages.loadMore}>
          Earlier
        </Button>
      )}
    </Stack>
  );
}

function byDay<Row extends { occurredAt: string }>(rows: Row[]): [string, Row[]][] {
  const days = new Map<string, Row[]>();
  for (const row of rows) {
    const day = dayOf(row.occurredAt);
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days];
}
