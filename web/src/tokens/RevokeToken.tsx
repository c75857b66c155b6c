import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation } from "urql";
import { tellErrors } from "../forms/errors";
import { REVOKE_TOKEN } from "./operations";

type Props = { token: { id: string; name: string; prefix: string } | undefined; close: () => void };

/** Asks once more: programs which use the token stop working at once. */
export function RevokeToken({ token, close }: Props) {
  const [{ fetching }, revoke] = useMutation(REVOKE_TOKEN);
  const act = async () => {
    const { data, error } = await revoke({ input: { id: token?.id ?? "" } });
    if (!tellErrors(data?.revokeApiToken.userErrors, error)) close();
  };
  return (
    <Modal opened={token !== undefined} onClose={close} title={`Revoke ${token?.name ?? ""}?`}>
      <Stack>
        <Text>
          Whatever uses <code>{token?.prefix}…</code> is refused from now on, and its open connections are closed. This
          cannot be undone.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            Keep it
          </Button>
          <Button color="red" onClick={act} loading={fetching}>
            Revoke
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
