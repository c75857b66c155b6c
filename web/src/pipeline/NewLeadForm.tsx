import { Button, Group, Modal, SimpleGrid, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "urql";
import { putErrors } from "../forms/errors";
import { CREATE_LEAD } from "./operations";

type Props = { campaignId: string; opened: boolean; close: () => void; created: (leadId: string) => void };

const EMPTY = {
  name: "",
  email: "",
  phone: "",
  company: "",
  role: "",
  location: "",
  website: "",
  owner: "",
  notes: "",
  tags: [] as string[],
};
const TEXTS = ["email", "phone", "company", "role", "location", "website", "owner", "notes"] as const;

/** Somebody who was met elsewhere. */
export function NewLeadForm({ campaignId, opened, close, created }: Props) {
  const form = useForm({ initialValues: EMPTY });
  const [{ fetching }, create] = useMutation(CREATE_LEAD);
  const submit = async (values: typeof EMPTY) => {
    const texts = Object.fromEntries(TEXTS.map((name) => [name, values[name].trim() || null]));
    const input = {
      campaignId,
      name: values.name,
      tags: values.tags,
      source: "MANUAL" as const,
      stage: "NEW" as const,
      doNotContact: false,
      ...texts,
    };
    const { data, error } = await create({ input });
    if (putErrors(form, data?.createLead.userErrors, error)) return;
    form.reset();
    if (data?.createLead.lead) created(data.createLead.lead.id);
  };
  return (
    <Modal opened={opened} onClose={close} title="New lead" size="lg">
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <TextInput label="Name" required data-autofocus {...form.getInputProps("name")} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <TextInput label="E-mail" type="email" {...form.getInputProps("email")} />
            <TextInput label="Phone" placeholder="+351 …" {...form.getInputProps("phone")} />
            <TextInput label="Role" {...form.getInputProps("role")} />
            <TextInput label="Company" {...form.getInputProps("company")} />
            <TextInput label="Place" {...form.getInputProps("location")} />
            <TextInput label="Website" placeholder="https://…" {...form.getInputProps("website")} />
            <TextInput label="Owner" {...form.getInputProps("owner")} />
            <TagsInput label="Labels" {...form.getInputProps("tags")} />
          </SimpleGrid>
          <Textarea label="Notes" {...form.getInputProps("notes")} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={fetching}>
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
