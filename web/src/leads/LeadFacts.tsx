/** What is known of a lead, where it comes from, and how it is corrected. */
import {
  Anchor,
  Button,
  Group,
  SimpleGrid,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
  Title,
  Tooltip,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useMutation } from "urql";
import { useMay } from "../app/viewer";
import { putErrors } from "../forms/errors";
import { Ago } from "../time/Ago";
import { clock, exactly, OWN_ZONE } from "../time/zones";
import type { Lead } from "./LeadPanel";
import { UPDATE_LEAD } from "./operations";

const TEXTS = {
  name: "Name",
  email: "E-mail",
  phone: "Phone",
  role: "Role",
  company: "Company",
  location: "Place",
  timeZone: "Time zone",
  website: "Website",
  owner: "Owner",
  notes: "Notes",
} as const;
type Field = keyof typeof TEXTS;
const NAMES = Object.keys(TEXTS) as Field[];

export function LeadFacts({ lead }: { lead: Lead }) {
  const [editing, setEditing] = useState(false);
  const mayWork = useMay("OPERATOR");
  return (
    <section>
      <Group justify="space-between" mb={4}>
        <Title order={3} fz="sm">
          Facts
        </Title>
        {mayWork && !editing && (
          <Button variant="subtle" size="compact-sm" onClick={() => setEditing(true)}>
            Edit
          </Button>
        )}
      </Group>
      {editing ? <FactsForm lead={lead} done={() => setEditing(false)} /> : <Facts lead={lead} />}
    </section>
  );
}

function Facts({ lead }: { lead: Lead }) {
  return (
    <dl className="cam-facts">
      {NAMES.filter((name) => name !== "name" && lead[name]).map((name) => (
        <div key={name}>
          <dt>{TEXTS[name]}</dt>
          <dd>
            {lead[name]}
            {name === "timeZone" && <LocalTime zone={lead.timeZone} />}
            <Origin lead={lead} field={name} />
          </dd>
        </div>
      ))}
      {lead.bio && (
        <div>
          <dt>About</dt>
          <dd>{lead.bio}</dd>
        </div>
      )}
      {lead.tags.length > 0 && (
        <div>
          <dt>Labels</dt>
          <dd>{lead.tags.join(", ")}</dd>
        </div>
      )}
      <div>
        <dt>Created</dt>
        <dd>
          <Ago at={lead.createdAt} /> in {lead.campaign.name}
        </dd>
      </div>
    </dl>
  );
}

function LocalTime({ zone }: { zone?: string | null }) {
  if (!zone || zone === OWN_ZONE) return null;
  return <> (now {clock(new Date().toISOString(), zone)} there)</>;
}

function Origin({ lead, field }: { lead: Lead; field: string }) {
  const origin = lead.provenance.find((one) => one.field === field);
  if (!origin) return null;
  return (
    <Tooltip
      multiline
      maw={340}
      events={{ hover: true, focus: true, touch: true }}
      label={`Read by ${origin.method} from ${origin.sourceUrl}, ${exactly(origin.retrievedAt)}`}
    >
      <Anchor href={origin.sourceUrl} target="_blank" rel="noreferrer noopener" size="xs" ml={8} underline="always">
        source
      </Anchor>
    </Tooltip>
  );
}

function FactsForm({ lead, done }: { lead: Lead; done: () => void }) {
  const texts = Object.fromEntries(NAMES.map((name) => [name, lead[name] ?? ""])) as Record<Field, string>;
  const form = useForm<Record<Field, string> & { tags: string[] }>({ initialValues: { ...texts, tags: lead.tags } });
  const [{ fetching }, update] = useMutation(UPDATE_LEAD);
  const submit = async (values: typeof form.values) => {
    const changed = NAMES.filter((name) => values[name] !== texts[name]);
    const input = {
      id: lead.id,
      expectedVersion: lead.version,
      ...Object.fromEntries(changed.map((name) => [name, values[name].trim() || null])),
      ...(values.tags.join() !== lead.tags.join() && { tags: values.tags }),
    };
    const { data, error } = await update({ input });
    if (!putErrors(form, data?.updateLead.userErrors, error)) done();
  };
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        <SimpleGrid cols={2} spacing="sm">
          {NAMES.filter((name) => name !== "notes").map((name) => (
            <TextInput key={name} label={TEXTS[name]} {...form.getInputProps(name)} />
          ))}
        </SimpleGrid>
        <TagsInput label="Labels" {...form.getInputProps("tags")} />
        <Textarea label={TEXTS.notes} {...form.getInputProps("notes")} />
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
