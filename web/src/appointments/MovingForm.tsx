import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "urql";
import { putErrors } from "../forms/errors";
import type { AppointmentFormProps } from "./AppointmentActions";
import { RESCHEDULE } from "./operations";
import { together, useWhen } from "./useWhen";
import { WhenFields } from "./WhenFields";

/** Another time for an appointment, and perhaps somebody else of us. */
export function MovingForm({ appointment, done }: AppointmentFormProps) {
  const { id, host, lead, timeZone, durationMinutes } = appointment;
  const when = useWhen({ host: host?.name ?? "", durationMinutes: String(durationMinutes), timeZone });
  const [{ fetching }, move] = useMutation(RESCHEDULE);
  const act = async () => {
    const said = when.input();
    if (!said) return;
    // By a free time it stays agreed in the zone that it was.
    const zone = said.startsAt ? timeZone : when.form.values.timeZone;
    const { data, error } = await move({ input: { id, ...said, timeZone: zone } });
    const errors = data?.rescheduleAppointment.userErrors;
    if (!putErrors(together(when, { values: {}, setErrors: () => undefined }), errors, error)) done();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void act();
      }}
    >
      <Stack gap="sm">
        <WhenFields when={when} lead={{ zone: lead.timeZone, whose: lead.name }} />
        <Group justify="flex-end">
          <Button type="submit" loading={fetching || when.holding}>
            Move it there
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
