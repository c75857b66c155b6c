/** What can be done with an appointment that is to come, or has just been. */
import { Button, Group, Menu, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useClient, useMutation } from "urql";
import { inWords } from "../app/Failed";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { AppointmentLineFragment } from "../graphql/graphql";
import { DetailsForm } from "./DetailsForm";
import { EndingForm } from "./EndingForm";
import { MovingForm } from "./MovingForm";
import { ICS, NO_SHOW } from "./operations";

type Question = "cancel" | "complete" | "move" | "details";

export type AppointmentFormProps = { appointment: AppointmentLineFragment; done: () => void };

export function AppointmentActions(props: { appointment: AppointmentLineFragment; changed?: () => void }) {
  const { appointment, changed } = props;
  const { title, status } = appointment;
  const [asked, setAsked] = useState<Question>();
  const [, noShow] = useMutation(NO_SHOW);
  const save = useIcsFile(appointment);
  const mayChange = useMay("OPERATOR") && status === "SCHEDULED";
  const missed = async () => {
    const { data, error } = await noShow({ id: appointment.id });
    if (!tellErrors(data?.markNoShow.userErrors, error)) changed?.();
  };
  const leave = () => setAsked(undefined);
  const form = {
    appointment,
    done: () => {
      leave();
      changed?.();
    },
  };
  return (
    <Group gap={4} wrap="nowrap">
      {mayChange && (
        <Button size="compact-sm" variant="default" onClick={() => setAsked("move")}>
          Move
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" color="gray" aria-label={`More for ${title}`}>
            …
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayChange && (
            <>
              <Menu.Item onClick={() => setAsked("complete")}>It took place …</Menu.Item>
              <Menu.Item onClick={() => void missed()}>They did not come</Menu.Item>
              <Menu.Item onClick={() => setAsked("details")}>Change what it says …</Menu.Item>
              <Menu.Item onClick={() => setAsked("cancel")}>Call it off …</Menu.Item>
            </>
          )}
          <Menu.Item onClick={() => void save()}>Save for a calendar (.ics)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <Modal opened onClose={leave} title={title} size="md">
          {asked === "move" && <MovingForm {...form} />}
          {asked === "details" && <DetailsForm {...form} />}
          {(asked === "cancel" || asked === "complete") && <EndingForm {...form} cancels={asked === "cancel"} />}
        </Modal>
      )}
    </Group>
  );
}

/** Asks for the appointment as calendars take it, and has the browser save it. */
function useIcsFile({ id, title }: AppointmentLineFragment): () => Promise<void> {
  const client = useClient();
  return async () => {
    const { data, error } = await client.query(ICS, { id }, { requestPolicy: "network-only" }).toPromise();
    if (data?.appointment) download(data.appointment.ics, `${title.replaceAll(/[\\/:]/g, " ")}.ics`);
    else {
      const message = error ? inWords(error) : "This appointment is gone.";
      notifications.show({ color: "red", message, autoClose: 10_000 });
    }
  };
}

function download(text: string, name: string) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
