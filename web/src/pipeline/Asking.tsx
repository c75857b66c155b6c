import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";

type Props = {
  opened: boolean;
  close: () => void;
  title: string;
  /** What the button says. */
  act: string;
  agreed: (reason: string | null) => void;
  /** Whether a reason is wanted. */
  reason?: boolean;
  dangerous?: boolean;
  children?: ReactNode;
};

/** A question before something is done to many. */
export function Asking(props: Props) {
  const [reason, setReason] = useState("");
  const agree = (event: FormEvent) => {
    event.preventDefault();
    props.close();
    props.agreed(reason.trim() || null);
    setReason("");
  };
  return (
    <Modal opened={props.opened} onClose={props.close} title={props.title}>
      <form onSubmit={agree}>
        <Stack gap="sm">
          {props.children}
          {props.reason && (
            <Textarea
              label="Reason"
              required
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={props.close}>
              Cancel
            </Button>
            <Button type="submit" color={props.dangerous ? "red" : undefined}>
              {props.act}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
