import { Alert, Button, Code, CopyButton, Group, Modal, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useMutation } from "urql";
import { putErrors } from "../forms/errors";
import type { Role } from "../graphql/graphql";
import { CREATE_TOKEN } from "./operations";

const ROLES: { value: Role; label: string }[] = [
  { value: "VIEWER", label: "Viewer: reads and watches" },
  { value: "OPERATOR", label: "Operator: works with people and outreach" },
  { value: "ADMIN", label: "Administrator: settings, suppressions, tokens" },
];
type Values = { name: string; role: Role; days: number | string };

/** Makes a token; its secret is shown once, and nobody can show it again. */
export function TokenForm({ opened, close }: { opened: boolean; close: () => void }) {
  const form = useForm<Values>({ initialValues: { name: "", role: "OPERATOR", days: 90 } });
  const [{ fetching }, create] = useMutation(CREATE_TOKEN);
  const [secret, setSecret] = useState<string>();

  const submit = async ({ name, role, days }: Values) => {
    const { data, error } = await create({ input: { name, role, days: days === "" ? null : Number(days) } });
    if (putErrors(form, data?.createApiToken.userErrors, error)) return;
    setSecret(data?.createApiToken.secret ?? undefined);
  };
  const leave = () => {
    setSecret(undefined);
    form.reset();
    close();
  };

  return (
    <Modal opened={opened} onClose={leave} title={secret ? "Copy the token now" : "New token"}>
      {secret ? (
        <Secret secret={secret} done={leave} />
      ) : (
        <form onSubmit={form.onSubmit(submit)}>
          <Stack gap="sm">
            <TextInput label="Whose it is, or what for" required data-autofocus {...form.getInputProps("name")} />
            <Select label="Role" data={ROLES} allowDeselect={false} {...form.getInputProps("role")} />
            <NumberInput
              label="Days it lasts"
              description="Empty: as long as nobody revokes it"
              min={1}
              max={3650}
              {...form.getInputProps("days")}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={leave}>
                Cancel
              </Button>
              <Button type="submit" loading={fetching}>
                Create
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}

function Secret({ secret, done }: { secret: string; done: () => void }) {
  return (
    <Stack gap="sm">
      <Alert color="yellow" variant="light">
        This is the only time it is shown. Who has it can do what its role may.
      </Alert>
      <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }} aria-label="The token">
        {secret}
      </Code>
      <Group justify="flex-end">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} data-autofocus>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
        <Button onClick={done}>Done</Button>
      </Group>
    </Stack>
  );
}
