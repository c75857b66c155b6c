import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "urql";
import { putErrors } from "../forms/errors";
import type { AppointmentFormProps } from "./AppointmentActions";
import { UPDATE_APPOINTMENT } from "./operations";

/** What an appointment is about, and where it is. */
export function DetailsForm({ appointment, done }: AppointmentFormProps) {
  const { id, title, location, calendarLink, notes } = appointment;
  const form = useForm({
    initialValues: { title, location: location ?? "", calendarLink: calendarLink ?? "", notes: notes ?? "" },
  });
  const [{ fetching }, update] = useMutation(UPDATE_APPOINTMENT);
  const submit = async (values: typeof form.values) => {
    const input = {
      id,
      title: values.title,
      location: values.location.trim() || null,
      calendarLink: values.calendarLink.trim() || null,
      notes: values.notes.trim() || null,
    };
    const { data, error } = await update({ input });
    if (!putErrors(form, data?.updateAppointment.userErrors, error)) done();
  };
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        <TextInput label="What it is about" required data-autofocus {...form.getInputProps("title")} />
        <TextInput label="Where" {...form.getInputProps("location")} />
        <TextInput label="Link to the call" placeholder="https://…" {...form.getInputProps("calendarLink")} />
        <Textarea label="Notes for us" {...form.getInputProps("notes")} />
        <Group justify="flex-end">
          <Button type="submit" loading={fetching}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
