/** A host's free times, day by day. */
import { ActionIcon, Button, Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { Failed } from "../app/Failed";
import { twoTimes } from "../time/twoTimes";
import { dayOf } from "../time/zones";
import { FREE_SLOTS } from "./operations";

const DAYS = 7;
const DAY = 86_400_000;

type Props = {
  host: string;
  zone: string;
  durationMinutes: number;
  chosen: string | undefined;
  choose: (startsAt: string) => void;
};

export function SlotPicker({ host, zone, durationMinutes, chosen, choose }: Props) {
  const [week, setWeek] = useState(0);
  // The same moment as long as the picker is open: it is what the answer is kept by.
  const [now] = useState(() => Math.ceil(Date.now() / 60_000) * 60_000);
  const from = new Date(now + week * DAYS * DAY).toISOString();
  const to = new Date(now + (week + 1) * DAYS * DAY).toISOString();
  const [{ data, error, fetching }] = useQuery({ query: FREE_SLOTS, variables: { host, durationMinutes, from, to } });
  const days = useMemo(() => byDay(data?.freeSlots ?? [], zone), [data, zone]);
  return (
    <Stack
      gap={6}
      component="fieldset"
      aria-label={`Free times of ${host}`}
      style={{ border: 0, margin: 0, padding: 0 }}
    >
      <Group justify="space-between">
        <Text size="sm" fw={500}>
          Free times of {host}
        </Text>
        <Group gap={4}>
          <ActionIcon
            variant="default"
            disabled={week === 0}
            onClick={() => setWeek(week - 1)}
            aria-label="Earlier days"
          >
            <IconChevronLeft size={14} />
          </ActionIcon>
          <ActionIcon variant="default" onClick={() => setWeek(week + 1)} aria-label="Later days">
            <IconChevronRight size={14} />
          </ActionIcon>
        </Group>
      </Group>
      {error && <Failed error={error} />}
      {fetching && !data && <Skeleton height={120} />}
      {data && days.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing is free in these days.
        </Text>
      )}
      <div className="cam-slots">
        {days.map(([day, starts]) => (
          <section key={day} aria-label={day}>
            <Text size="sm" c="dimmed">
              {day}
            </Text>
            <Group gap={4}>
              {starts.map((startsAt) => (
                <Button
                  key={startsAt}
                  size="compact-sm"
                  variant={chosen === startsAt ? "filled" : "default"}
                  aria-pressed={chosen === startsAt}
                  onClick={() => choose(startsAt)}
                >
                  {twoTimes(startsAt, zone)}
                </Button>
              ))}
            </Group>
          </section>
        ))}
      </div>
    </Stack>
  );
}

function byDay(slots: readonly { startsAt: string }[], zone: string): [string, string[]][] {
  const days = new Map<string, string[]>();
  for (const { startsAt } of slots) {
    const day = dayOf(startsAt, zone);
    days.set(day, [...(days.get(day) ?? []), startsAt]);
  }
  return [...days];
}
