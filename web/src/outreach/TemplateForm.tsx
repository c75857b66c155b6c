/** A template's text, and what a lead would get of it. */
import { Alert, Button, Drawer, Group, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMediaQuery } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { channelName } from "../app/channels";
import { useMay } from "../app/viewer";
import { LeadSearch } from "../appointments/LeadSearch";
import { putErrors, tellErrors } from "../forms/errors";
import type { Channel } from "../graphql/graphql";
import { CREATE_TEMPLATE, DELETE_TEMPLATE, PREVIEW_TEMPLATE, UPDATE_TEMPLATE } from "./operations";
import "./outreach.css";
import type { Template } from "./Templates";

const CHANNELS: Channel[] = ["EMAIL", "LINKEDIN", "TWITTER", "INSTAGRAM", "PHONE", "OTHER"];

type Props = { template: Template | undefined; close: () => void; saved: () => void };

export function TemplateForm({ template, close, saved }: Props) {
  const narrow = useMediaQuery("(max-width: 700px)");
  const form = useForm({
    initialValues: {
      name: template?.name ?? "",
      channel: template?.channel ?? ("EMAIL" as Channel),
      subject: template?.subject ?? "",
      body: template?.body ?? "Hello {{ lead.name }},\n\n",
    },
  });
  const [creating, create] = useMutation(CREATE_TEMPLATE);
  const [updating, update] = useMutation(UPDATE_TEMPLATE);
  const mayWork = useMay("OPERATOR");

  const submit = async ({ name, channel, subject, body }: typeof form.values) => {
    const texts = { name, body, subject: subject.trim() || null };
    const refused = template
      ? await update({ input: { id: template.id, expectedVersion: template.version, ...texts } }).then(
          ({ data, error }) => putErrors(form, data?.updateMessageTemplate.userErrors, error),
        )
      : await create({ input: { channel, ...texts } }).then(({ data, error }) =>
          putErrors(form, data?.createMessageTemplate.userErrors, error),
        );
    if (refused) return;
    notifications.show({ message: `${name} is saved` });
    saved();
    if (!template) close();
  };

  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size={narrow ? "100%" : 640}
      title={template?.name ?? "New template"}
    >
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <TextInput label="Name" required {...form.getInputProps("name")} />
          <Select
            label="Sent by"
            allowDeselect={false}
            disabled={template !== undefined}
            data={CHANNELS.map((value) => ({ value, label: channelName(value) }))}
            {...form.getInputProps("channel")}
          />
          {form.values.channel === "EMAIL" && (
            <TextInput
              label="Subject"
              description="Empty: it answers the e-mail before"
              {...form.getInputProps("subject")}
            />
          )}
          <Textarea
            label="Text"
            description="In Liquid: {{ lead.name }}, {{ lead.company | default: 'your company' }}, {{ campaign.name }}"
            required
            minRows={10}
            styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 13 } }}
            {...form.getInputProps("body")}
          />
          {mayWork && (
            <Group justify="space-between">
              {template ? <DeleteButton template={template} deleted={close} /> : <span />}
              <Button type="submit" loading={creating.fetching || updating.fetching}>
                Save
              </Button>
            </Group>
          )}
          {template && <Preview key={template.version} template={template} changed={form.isDirty()} />}
        </Stack>
      </form>
    </Drawer>
  );
}

function Preview({ template, changed }: { template: Template; changed: boolean }) {
  const [leadId, setLeadId] = useState("");
  const [{ data }] = useQuery({
    query: PREVIEW_TEMPLATE,
    variables: { leadId, templateId: template.id },
    pause: !leadId,
    // What was saved since is another text.
    requestPolicy: "network-only",
  });
  const preview = leadId ? data?.previewMessageTemplate : undefined;
  return (
    <section aria-label="Preview">
      <LeadSearch label="As whom would get it" value={leadId} onChange={setLeadId} />
      {changed && leadId && (
        <Text size="sm" c="dimmed" mt={6}>
          Of the text as it was saved last.
        </Text>
      )}
      {preview?.problem && (
        <Alert color="yellow" variant="light" mt={8}>
          {preview.problem}
        </Alert>
      )}
      {preview?.body && (
        <div className="cam-letter">
          {preview.subject && <b>{preview.subject}</b>}
          <p>{preview.body}</p>
        </div>
      )}
    </section>
  );
}

function DeleteButton({ template, deleted }: { template: Template; deleted: () => void }) {
  const [{ fetching }, remove] = useMutation(DELETE_TEMPLATE);
  const act = async () => {
    const { data, error } = await remove({ id: template.id });
    if (!tellErrors(data?.deleteMessageTemplate.userErrors, error)) deleted();
  };
  return (
    <Button variant="subtle" color="red" onClick={act} loading={fetching}>
      Delete
    </Button>
  );
}
