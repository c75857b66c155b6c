/** Appointments as an agenda or a week, narrowed by host and state. */
import { Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useQuery } from "urql";
import { Failed } from "../app/Failed";
import { usePlace } from "../app/place";
import type { AppointmentFilter, AppointmentStatus } from "../graphql/graphql";
import { FilterChip } from "../table/FilterChip";
import { city, OWN_ZONE } from "../time/zones";
import { Agenda, STATES } from "./Agenda";
import { HOSTS } from "./operations";
import { useAppointments } from "./useAppointments";
import { Week } from "./Week";

const DAY = 86_400_000;

export function CamAppointmentsPanel({ view }: { view: string }) {
  const narrow = useMediaQuery("(max-width: 700px)") ?? false;
  const [place, change] = usePlace();
  const [{ data: hosts }] = useQuery({ query: HOSTS });
  const [now] = useState(() => Math.floor(Date.now() / 60_000) * 60_000);
  const week = Number(place.week ?? 0);
  const monday = mondayOf(now) + week * 7 * DAY;
  const asWeek = view === "week" && !narrow;
  const period = asWeek
    ? { gte: new Date(monday).toISOString(), lt: new Date(monday + 7 * DAY).toISOString() }
    : place.past
      ? { lt: new Date(now).toISOString() }
      : { gte: new Date(now - 12 * 3_600_000).toISOString() };
  const filter: AppointmentFilter = {
    startsAt: period,
    ...(place.host && { host: { eq: place.host } }),
    ...(place.status && { status: { eq: place.status as AppointmentStatus } }),
  };
  const pages = useAppointments(filter, { lastFirst: !asWeek && place.past !== undefined });
  return (
    <Stack gap="sm">
      <Group gap={6}>
        <FilterChip
          name="Host"
          options={(hosts?.hosts.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={place.host}
          onChange={(host) => change({ host })}
        />
        <FilterChip name="State" options={STATES} value={place.status} onChange={(status) => change({ status })} />
        {asWeek ? (
          <Group gap={4}>
            <Button variant="default" onClick={() => change({ week: String(week - 1) })}>
              Week before
            </Button>
            <Button variant="default" onClick={() => change({ week: undefined })} disabled={week === 0}>
              This week
            </Button>
            <Button variant="default" onClick={() => change({ week: String(week + 1) })}>
              Week after
            </Button>
          </Group>
        ) : (
          <FilterChip
            name="When"
            options={[{ value: "1", label: "past" }]}
            value={place.past}
            onChange={(past) => change({ past })}
          />
        )}
        <Text size="sm" c="dimmed" ml="auto">
          Times of {city(OWN_ZONE)} unless said otherwise
        </Text>
      </Group>
      {pages.error && <Failed error={pages.error} retry={pages.refresh} />}
      {pages.loading && !pages.error && <Skeleton height={320} />}
      {!pages.loading && asWeek && <Week monday={monday} appointments={pages.rows} />}
      {!pages.loading && !asWeek && <Agenda appointments={pages.rows} changed={pages.refresh} />}
      {pages.hasMore && (
        <Button variant="default" onClick={pages.loadMore}>
          More
        </Button>
      )}
    </Stack>
  );
}

/** The last Monday's midnight, in the viewer's zone. */
function mondayOf(moment: number): number {
  const day = new Date(moment);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
  return day.getTime();
}
