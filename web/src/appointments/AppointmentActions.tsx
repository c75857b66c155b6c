/** What can be done with an appointment that is to come, or has just been. */
import { Button, Group, Menu, Modal, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useClient, useMutation } from "urql";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { AppointmentLineFragment } from "../graphql/graphql";
import { CANCEL, COMPLETE, ICS, NO_SHOW, RESCHEDULE } from "./operations";
import { SlotPicker } from "./SlotPicker";

type Appointment = Pick<AppointmentLineFragment, "id" | "title" | "durationMinutes" | "timeZone"> & {
  host?: { name: string; timeZone: string } | null;
};
type Question = "cancel" | "complete" | "move";

export function AppointmentActions({ appointment, changed }: { appointment: Appointment; changed?: () => void }) {
  const [asked, setAsked] = useState<Question>();
  const [, noShow] = useMutation(NO_SHOW);
  const client = useClient();
  const mayWork = useMay("OPERATOR");
  const { id, title } = appointment;
  const missed = async () => {
    const { data, error } = await noShow({ id });
    if (!tellErrors(data?.markNoShow.userErrors, error)) changed?.();
  };
  const save = async () => {
    const { data } = await client.query(ICS, { id }, { requestPolicy: "network-only" }).toPromise();
    if (data?.appointment) download(data.appointment.ics, `${title}.ics`);
  };
  return (
    <Group gap={4} wrap="nowrap">
      {mayWork && (
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
          {mayWork && (
            <>
              <Menu.Item onClick={() => setAsked("complete")}>It took place …</Menu.Item>
              <Menu.Item onClick={() => void missed()}>They did not come</Menu.Item>
              <Menu.Item onClick={() => setAsked("cancel")}>Call it off …</Menu.Item>
            </>
          )}
          <Menu.Item onClick={() => void save()}>Save for a calendar (.ics)</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked && (
        <Modal opened onClose={() => setAsked(undefined)} title={title} size="md">
          {asked === "move" ? (
            <Moving appointment={appointment} done={() => setAsked(undefined)} changed={changed} />
          ) : (
            <Ending id={id} cancels={asked === "cancel"} done={() => setAsked(undefined)} changed={changed} />
          )}
        </Modal>
      )}
    </Group>
  );
}

function Moving({ appointment, done, changed }: { appointment: Appointment; done: () => void; changed?: () => void }) {
  const [startsAt, setStartsAt] = useState<string>();
  const [{ fetching }, move] = useMutation(RESCHEDULE);
  const { id, host, timeZone, durationMinutes } = appointment;
  if (!host) return <>Nobody of us holds it, so there are no free times to choose from.</>;
  const act = async () => {
    const { data, error } = await move({ input: { id, startsAt, timeZone, allowPast: false } });
    if (tellErrors(data?.rescheduleAppointment.userErrors, error)) return;
    done();
    changed?.();
  };
  return (
    <Stack gap="sm">
      <SlotPicker
        host={host.name}
        zone={host.timeZone}
        durationMinutes={durationMinutes}
        chosen={startsAt}
        choose={setStartsAt}
      />
      <Group justify="flex-end">
        <Button onClick={act} disabled={!startsAt} loading={fetching}>
          Move it there
        </Button>
      </Group>
    </Stack>
  );
}

function Ending(props: { id: string; cancels: boolean; done: () => void; changed?: () => void }) {
  const { id, cancels } = props;
  const [text, setText] = useState("");
  const [, cancel] = useMutation(CANCEL);
  const [, complete] = useMutation(COMPLETE);
  const act = async (event: FormEvent) => {
    event.preventDefault();
    const given = text.trim() || null;
    const refused = cancels
      ? await cancel({ input: { id, reason: given } }).then(({ data, error }) =>
          tellErrors(data?.cancelAppointment.userErrors, error),
        )
      : await complete({ input: { id, summary: given } }).then(({ data, error }) =>
          tellErrors(data?.completeAppointment.userErrors, error),
        );
    if (refused) return;
    props.done();
    props.changed?.();
  };
  return (
    <form onSubmit={act}>
      <Stack gap="sm">
        <Textarea
          label={cancels ? "Why it is called off" : "What came of it"}
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" color={cancels ? "red" : undefined}>
            {cancels ? "Call it off" : "It took place"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function download(text: string, name: string) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}
