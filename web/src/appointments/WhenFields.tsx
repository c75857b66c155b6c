/** A free time of a host, or any time in any zone. */
import { Autocomplete, Group, Input, SegmentedControl, Select, Text, TextInput } from "@mantine/core";
import { ZONES } from "../time/zoneNames";
import { clock } from "../time/zones";
import { allClocks, type Person } from "./clocks";
import { SlotPicker } from "./SlotPicker";
import type { WhenForm } from "./useWhen";

const LENGTHS = ["15", "30", "45", "60", "90"];

export function WhenFields({ when, lead }: { when: WhenForm; lead: Person | undefined }) {
  const { form, host, by } = when;
  const { durationMinutes } = form.values;
  const lengths = LENGTHS.includes(durationMinutes) ? LENGTHS : [...LENGTHS, durationMinutes];
  return (
    <>
      <Group grow align="start">
        <Autocomplete
          label="Who of us"
          data={when.hosts.map(({ name }) => name)}
          description={form.values.host.trim() && !host ? "Becomes a host by this" : undefined}
          {...form.getInputProps("host")}
          onChange={(name) => when.change({ host: name })}
        />
        <Select
          label="How long"
          allowDeselect={false}
          data={lengths.map((value) => ({ value, label: `${value} minutes` }))}
          {...form.getInputProps("durationMinutes")}
          onChange={(value) => value && when.change({ durationMinutes: value })}
        />
      </Group>
      <SegmentedControl
        size="xs"
        aria-label="How to say when"
        value={by}
        onChange={(value) => when.setBy(value as "slot" | "time")}
        data={[
          { value: "slot", label: "A free time" },
          { value: "time", label: "Another time" },
        ]}
      />
      {by === "slot" ? <BySlot when={when} /> : <ByTime when={when} />}
      <Clocks when={when} lead={lead} />
    </>
  );
}

function BySlot({ when }: { when: WhenForm }) {
  const { form, host, hold } = when;
  return (
    <>
      {host ? (
        <SlotPicker
          key={`${host.name} ${when.minutes}`}
          host={host.name}
          held={when.held}
          zone={host.timeZone}
          durationMinutes={when.minutes}
          chosen={form.values.startsAt || undefined}
          choose={(startsAt) => void when.choose(startsAt)}
        />
      ) : (
        <Text size="sm">Say who of us, and their free times are here.</Text>
      )}
      {form.errors.startsAt && <Input.Error role="alert">{form.errors.startsAt}</Input.Error>}
      <Text size="sm" c="dimmed" role="status">
        {hold && `Held for you until ${clock(new Date(hold.expires).toISOString())}.`}
      </Text>
    </>
  );
}

function ByTime({ when }: { when: WhenForm }) {
  return (
    <Group grow align="start">
      <TextInput type="datetime-local" label="When" {...when.form.getInputProps("startsAtLocal")} />
      <Autocomplete label="In the time zone" data={ZONES} limit={20} {...when.form.getInputProps("timeZone")} />
    </Group>
  );
}

/** The time that was chosen, on the clocks of all who take part. */
function Clocks({ when, lead }: { when: WhenForm; lead: Person | undefined }) {
  const { startsAt, host, by, form } = when;
  if (!startsAt) return null;
  const agreed = by === "slot" && host ? host.timeZone : form.values.timeZone;
  const people = [...(host ? [{ zone: host.timeZone, whose: host.name }] : []), ...(lead ? [lead] : [])];
  const told = allClocks(startsAt, agreed, people);
  return told.includes("·") ? (
    <Text size="sm" fw={600}>
      {told}
    </Text>
  ) : null;
}
