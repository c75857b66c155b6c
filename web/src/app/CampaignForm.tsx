import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "urql";
import { putErrors } from "../forms/errors";
import { graphql } from "../graphql";

const CREATE_CAMPAIGN = graphql(`
  mutation CreateCampaign($input: CreateCampaignInput!) {
    createCampaign(input: $input) {
      campaign { id name }
      userErrors { field message code }
    }
  }
`);

export function CampaignForm(props: { opened: boolean; close: () => void; created: (id: string) => void }) {
  const form = useForm({ initialValues: { name: "", targetNiche: "", description: "" } });
  const [{ fetching }, create] = useMutation(CREATE_CAMPAIGN);

  const submit = async ({ name, targetNiche, description }: typeof form.values) => {
    const input = { name, targetNiche: targetNiche || null, description: description || null };
    const { data, error } = await create({ input });
    if (putErrors(form, data?.createCampaign.userErrors, error)) return;
    form.reset();
    props.close();
    if (data?.createCampaign.campaign) props.created(data.createCampaign.campaign.id);
  };

  return (
    <Modal opened={props.opened} onClose={props.close} title="New campaign">
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <TextInput label="Name" required data-autofocus {...form.getInputProps("name")} />
          <TextInput
            label="Whom it is for"
            placeholder="Engineering leads of small software companies"
            {...form.getInputProps("targetNiche")}
          />
          <Textarea label="Description" {...form.getInputProps("description")} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.close}>
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
