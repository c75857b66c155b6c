import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "urql";
import { putErrors } from "../forms/errors";
import type { AppointmentFormProps } from "./AppointmentActions";
import { CANCEL, COMPLETE } from "./operations";

/** What came of an appointment, or why it is called off. */
export function EndingForm({ appointment: { id }, cancels, done }: AppointmentFormProps & { cancels: boolean }) {
  const form = useForm({ initialValues: { reason: "", summary: "" } });
  const [cancelling, cancel] = useMutation(CANCEL);
  const [completing, complete] = useMutation(COMPLETE);
  const submit = async ({ reason, summary }: typeof form.values) => {
    const refused = cancels
      ? await cancel({ input: { id, reason: reason.trim() || null } }).then(({ data, error }) =>
          putErrors(form, data?.cancelAppointment.userErrors, error),
        )
      : await complete({ input: { id, summary: summary.trim() || null } }).then(({ data, error }) =>
          putErrors(form, data?.completeAppointment.userErrors, error),
        );
    if (!refused) done();
  };
  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        {cancels ? (
          <Textarea label="Why it is called off" data-autofocus {...form.getInputProps("reason")} />
        ) : (
          <Textarea label="What came of it" data-autofocus {...form.getInputProps("summary")} />
        )}
        <Group justify="flex-end">
          <Button
            type="submit"
            color={cancels ? "red" : undefined}
            loading={cancelling.fetching || completing.fetching}
          >
            {cancels ? "Call it off" : "It took place"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
