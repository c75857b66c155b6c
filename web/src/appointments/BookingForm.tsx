/** Booking with a lead: by a free time of a host, or by any time in any zone. */
import { Button, Drawer, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMediaQuery } from "@mantine/hooks";
import { useMutation, useQuery } from "urql";
import { putErrors } from "../forms/errors";
import "./appointments.css";
import { LeadSearch } from "./LeadSearch";
import { BOOK, WHO_IS_MET } from "./operations";
import { together, useWhen } from "./useWhen";
import { WhenFields } from "./WhenFields";

type Props = { lead?: { id: string; name: string }; opened: boolean; close: () => void; booked: () => void };

export function BookingForm({ lead, opened, close, booked }: Props) {
  const narrow = useMediaQuery("(max-width: 700px)");
  return (
    <Drawer
      opened={opened}
      onClose={close}
      position="right"
      size={narrow ? "100%" : 520}
      title={lead ? `Book with ${lead.name}` : "New appointment"}
    >
      {opened && <Fields lead={lead} close={close} booked={booked} />}
    </Drawer>
  );
}

function Fields({ lead, close, booked }: Omit<Props, "opened">) {
  const form = useForm({
    initialValues: {
      leadId: lead?.id ?? "",
      title: lead ? `Call with ${lead.name}` : "",
      location: "",
      calendarLink: "",
      notes: "",
    },
  });
  const when = useWhen({});
  const { leadId } = form.values;
  const [{ data }] = useQuery({ query: WHO_IS_MET, variables: { id: leadId }, pause: !leadId });
  const [{ fetching }, book] = useMutation(BOOK);

  const submit = async ({ leadId, title, location, calendarLink, notes }: typeof form.values) => {
    const said = when.input();
    if (!said) return;
    const details = {
      leadId,
      title,
      location: location.trim() || null,
      calendarLink: calendarLink.trim() || null,
      notes: notes.trim() || null,
    };
    const timeZone = said.startsAt && when.host ? when.host.timeZone : when.form.values.timeZone;
    const answer = await book({ input: { ...details, ...said, timeZone } });
    if (putErrors(together(when, form), answer.data?.createAppointment.userErrors, answer.error)) return;
    booked();
    close();
  };

  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        {!lead && <LeadSearch {...form.getInputProps("leadId")} />}
        <TextInput label="What it is about" required {...form.getInputProps("title")} />
        <WhenFields when={when} lead={data?.lead ? { zone: data.lead.timeZone, whose: data.lead.name } : undefined} />
        <TextInput label="Where" {...form.getInputProps("location")} />
        <TextInput label="Link to the call" placeholder="https://…" {...form.getInputProps("calendarLink")} />
        <Textarea label="Notes for us" {...form.getInputProps("notes")} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching || when.holding}>
            Book
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
