/** Who of us meets leads: their zone, their hours, and their calendar's feed. */
import {
  Alert,
  Autocomplete,
  Button,
  Code,
  CopyButton,
  Group,
  Skeleton,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { useMay } from "../app/viewer";
import { putErrors, tellErrors } from "../forms/errors";
import type { HostsQuery } from "../graphql/graphql";
import { HOSTS, OPEN_FEED, REVOKE_FEED, UPDATE_HOST } from "./operations";
import { DAYS, hoursOf, spansOf } from "./workingHours";

type Host = HostsQuery["hosts"]["nodes"][number];

export function Hosts() {
  const [{ data, error }] = useQuery({ query: HOSTS });
  if (error) return <Failed error={error} />;
  if (!data) return <Skeleton height={200} />;
  if (data.hosts.nodes.length === 0) {
    return <Nothing title="No hosts yet">Whoever is named in an appointment for the first time becomes one.</Nothing>;
  }
  return (
    <Stack gap="lg">
      {data.hosts.nodes.map((host) => (
        <HostCard key={host.id} host={host} />
      ))}
    </Stack>
  );
}

function HostCard({ host }: { host: Host }) {
  const [editing, setEditing] = useState(false);
  const mayWork = useMay("OPERATOR");
  return (
    <section aria-label={host.name}>
      <Group justify="space-between">
        <Title order={2} fz="md">
          {host.name}
        </Title>
        {mayWork && !editing && (
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => setEditing(true)}
            aria-label={`Change ${host.name}`}
          >
            Change
          </Button>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {host.timeZone}
      </Text>
      {editing ? <HostForm host={host} done={() => setEditing(false)} /> : <Hours host={host} />}
      {mayWork && <Feed host={host} />}
    </section>
  );
}

function Hours({ host }: { host: Host }) {
  return (
    <dl className="cam-facts">
      {DAYS.map(([day, name]) => (
        <div key={day}>
          <dt>{name}</dt>
          <dd>{hoursOf(host.workingHours[day]) || "–"}</dd>
        </div>
      ))}
    </dl>
  );
}

function HostForm({ host, done }: { host: Host; done: () => void }) {
  const days = Object.fromEntries(DAYS.map(([day]) => [day, hoursOf(host.workingHours[day])]));
  const form = useForm<Record<string, string>>({ initialValues: { timeZone: host.timeZone, ...days } });
  const [{ fetching }, update] = useMutation(UPDATE_HOST);
  const submit = async (values: Record<string, string>) => {
    const wrong = DAYS.filter(([day]) => spansOf(values[day] ?? "") === undefined);
    if (wrong.length) {
      form.setErrors(Object.fromEntries(wrong.map(([day]) => [day, "Write hours as 09:00–12:30, 14:00–18:00."])));
      return;
    }
    const workingHours = Object.fromEntries(DAYS.map(([day]) => [day, spansOf(values[day] ?? "")]));
    const { data, error } = await update({ input: { id: host.id, timeZone: values.timeZone, workingHours } });
    if (!putErrors(form, data?.updateHost.userErrors, error)) done();
  };
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap={6} maw={420} mt={8}>
        <Autocomplete
          label="Time zone"
          limit={20}
          data={Intl.supportedValuesOf("timeZone")}
          {...form.getInputProps("timeZone")}
        />
        {DAYS.map(([day, name]) => (
          <TextInput key={day} label={name} placeholder="nothing" {...form.getInputProps(day)} />
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={done}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A secret address from which a calendar follows the host's appointments. It is shown once. */
function Feed({ host }: { host: Host }) {
  const [address, setAddress] = useState<string>();
  const [opening, open] = useMutation(OPEN_FEED);
  const [, revoke] = useMutation(REVOKE_FEED);
  const begin = async () => {
    const { data, error } = await open({ hostId: host.id });
    if (tellErrors(data?.openCalendarFeed.userErrors, error)) return;
    if (data?.openCalendarFeed.path) setAddress(new URL(data.openCalendarFeed.path, window.location.href).href);
  };
  const end = async () => {
    const { data, error } = await revoke({ hostId: host.id });
    if (!tellErrors(data?.revokeCalendarFeed.userErrors, error)) setAddress(undefined);
  };
  return (
    <Stack gap={6} mt={8}>
      <Group gap={6}>
        <Button variant="default" size="compact-sm" onClick={begin} loading={opening.fetching}>
          {host.hasCalendarFeed ? "New calendar address" : "Calendar address"}
        </Button>
        {host.hasCalendarFeed && (
          <Button variant="default" size="compact-sm" onClick={() => void end()}>
            Close the feed
          </Button>
        )}
      </Group>
      {address && (
        <Alert color="yellow" variant="light">
          <Stack gap={6}>
            This is the only time it is shown. Who has it sees the appointments.
            <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
              {address}
            </Code>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button variant="default" size="compact-sm" onClick={copy}>
                  {copied ? "Copied" : "Copy"}
                </Button>
              )}
            </CopyButton>
          </Stack>
        </Alert>
      )}
    </Stack>
  );
}
