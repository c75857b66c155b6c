import { ActionIcon, Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { IconCornerDownLeft } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { tellErrors } from "../forms/errors";
import type { Channel, ContactDirection } from "../graphql/graphql";
import { LOG_CONTACT } from "./operations";

const CHANNELS: { value: Channel; label: string }[] = [
  { value: "PHONE", label: "Call" },
  { value: "EMAIL", label: "E-mail" },
  { value: "LINKEDIN", label: "LinkedIn" },
  { value: "TWITTER", label: "X (Twitter)" },
  { value: "INSTAGRAM", label: "Instagram" },
  { value: "OTHER", label: "Note" },
];
const QUICK: { label: string; direction: ContactDirection }[] = [
  { label: "Called, no answer", direction: "OUTBOUND" },
  { label: "They called back", direction: "INBOUND" },
];

/** A line that is always ready for what was just said. */
export function LogLine({ leadId, logged }: { leadId: string; logged: () => void }) {
  const [channel, setChannel] = useState<Channel>("PHONE");
  const [direction, setDirection] = useState<ContactDirection>("OUTBOUND");
  const [summary, setSummary] = useState("");
  // The same one until it is logged: a line that is sent twice is one event.
  const [key, setKey] = useState(() => crypto.randomUUID());
  const [{ fetching }, log] = useMutation(LOG_CONTACT);

  const send = async (what: { channel: Channel; direction: ContactDirection; summary: string }) => {
    const { data, error } = await log({ input: { leadId, idempotencyKey: key, ...what } });
    if (tellErrors(data?.logContactEvent.userErrors, error)) return;
    setKey(crypto.randomUUID());
    setSummary("");
    logged();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (summary.trim()) void send({ channel, direction, summary: summary.trim() });
  };

  return (
    <Stack gap={6} component="form" onSubmit={submit} aria-label="Log a contact">
      <Group gap={6} wrap="nowrap">
        <Select
          aria-label="By what"
          size="xs"
          w={110}
          data={CHANNELS}
          value={channel}
          allowDeselect={false}
          onChange={(value) => value && setChannel(value as Channel)}
        />
        <Select
          aria-label="Who spoke"
          size="xs"
          w={100}
          data={[
            { value: "OUTBOUND", label: "from us" },
            { value: "INBOUND", label: "from them" },
          ]}
          value={direction}
          allowDeselect={false}
          onChange={(value) => value && setDirection(value as ContactDirection)}
        />
        <TextInput
          aria-label="What it was about"
          placeholder="Log a call or a note …"
          size="xs"
          flex={1}
          value={summary}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
        <ActionIcon
          type="submit"
          size={30}
          variant="light"
          loading={fetching}
          aria-label="Log"
          disabled={!summary.trim()}
        >
          <IconCornerDownLeft size={16} />
        </ActionIcon>
      </Group>
      <Group gap={6}>
        {QUICK.map(({ label, direction: from }) => (
          <Button
            key={label}
            size="compact-xs"
            variant="default"
            disabled={fetching}
            onClick={() => void send({ channel: "PHONE", direction: from, summary: label })}
          >
            {label}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
