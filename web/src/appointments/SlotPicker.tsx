/** A host's free times, day by day. */
import { ActionIcon, Button, Group, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useQuery } from "urql";
import { Failed } from "../app/Failed";
import { dayOf } from "../time/zones";
import { allClocks } from "./clocks";
import { FREE_SLOTS } from "./operations";

const WEEK = 7 * 86_400_000;

type Props = {
  host: string;
  zone: string;
  durationMinutes: number;
  /** Free times which one holds oneself, so that they are not among the free ones. */
  held: readonly string[];
  chosen: string | undefined;
  choose: (startsAt: string) => void;
};

export function SlotPicker({ host, zone, durationMinutes, held, chosen, choose }: Props) {
  // The same moment as long as the picker is open: it is what the answer is kept by.
  const [now] = useState(() => Math.ceil(Date.now() / 60_000) * 60_000);
  const [first, setFirst] = useState(now);
  const from = new Date(first).toISOString();
  const to = new Date(first + WEEK).toISOString();
  const [{ data, error, fetching }] = useQuery({ query: FREE_SLOTS, variables: { host, durationMinutes, from, to } });
  const heldKey = held.join(" ");
  const days = useMemo(
    () => byDay([...(data?.freeSlots ?? []).map(({ startsAt }) => startsAt), ...within(heldKey, from, to)], zone),
    [data, heldKey, from, to, zone],
  );
  const goTo = (moment: number) => setFirst(Math.max(now, moment));
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
            disabled={first === now}
            onClick={() => goTo(first - WEEK)}
            aria-label="Earlier days"
          >
            <IconChevronLeft size={14} />
          </ActionIcon>
          <TextInput
            type="date"
            size="xs"
            aria-label="Free times from"
            value={asDate(first)}
            min={asDate(now)}
            onChange={(event) => {
              const day = Date.parse(`${event.currentTarget.value}T00:00`);
              if (!Number.isNaN(day)) goTo(day);
            }}
          />
          <ActionIcon variant="default" onClick={() => goTo(first + WEEK)} aria-label="Later days">
            <IconChevronRight size={14} />
          </ActionIcon>
        </Group>
      </Group>
      {error && <Failed error={error} />}
      {fetching && !data && !error && <Skeleton height={120} />}
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
                  {allClocks(startsAt, zone)}
                </Button>
              ))}
            </Group>
          </section>
        ))}
      </div>
    </Stack>
  );
}

function within(moments: string, from: string, to: string): string[] {
  return moments.split(" ").filter((one) => Date.parse(one) >= Date.parse(from) && Date.parse(one) < Date.parse(to));
}

/** The days in their order, each with the times of the host's zone at which something begins. */
function byDay(begins: readonly string[], zone: string): [string, string[]][] {
  const moments = [...new Set(begins.map((one) => Date.parse(one)))].sort((one, other) => one - other);
  const days = new Map<string, string[]>();
  for (const moment of moments) {
    const startsAt = new Date(moment).toISOString();
    const day = dayOf(startsAt, zone);
    days.set(day, [...(days.get(day) ?? []), startsAt]);
  }
  return [...days];
}

/** As a field of dates has it, in the viewer's zone. */
function asDate(moment: number): string {
  return new Intl.DateTimeFormat("sv").format(moment);
}
