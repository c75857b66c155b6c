/** Booking with a lead: by a free time of a host, or by any time in any zone. */
import {
  Autocomplete,
  Button,
  Drawer,
  Group,
  SegmentedControl,
  Select,
  Stack,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMediaQuery } from "@mantine/hooks";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { putErrors } from "../forms/errors";
import { OWN_ZONE } from "../time/zones";
import "./appointments.css";
import { LeadSearch } from "./LeadSearch";
import { BOOK, HOSTS } from "./operations";
import { SlotPicker } from "./SlotPicker";

type Props = { lead?: { id: string; name: string }; opened: boolean; close: () => void; booked: () => void };

const EMPTY = {
  leadId: "",
  host: "",
  title: "",
  durationMinutes: "30",
  startsAt: "",
  startsAtLocal: "",
  timeZone: OWN_ZONE,
  location: "",
  calendarLink: "",
  notes: "",
};

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
    initialValues: { ...EMPTY, leadId: lead?.id ?? "", title: lead ? `Call with ${lead.name}` : "" },
  });
  const [by, setBy] = useState<"slot" | "time">("slot");
  const [{ data }] = useQuery({ query: HOSTS });
  const [{ fetching }, book] = useMutation(BOOK);
  const hosts = data?.hosts.nodes ?? [];
  const host = hosts.find(({ name }) => name.toLowerCase() === form.values.host.trim().toLowerCase());

  const submit = async (values: typeof form.values) => {
    const bySlot = by === "slot" && host;
    const input = {
      leadId: values.leadId,
      title: values.title,
      host: values.host.trim() || null,
      durationMinutes: Number(values.durationMinutes),
      startsAt: bySlot ? values.startsAt || null : null,
      startsAtLocal: bySlot ? null : values.startsAtLocal || null,
      timeZone: bySlot ? host.timeZone : values.timeZone,
      location: values.location.trim() || null,
      calendarLink: values.calendarLink.trim() || null,
      notes: values.notes.trim() || null,
      allowPast: false,
    };
    const answer = await book({ input });
    if (putErrors(form, answer.data?.createAppointment.userErrors, answer.error)) return;
    booked();
    close();
  };

  return (
    <form onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        {!lead && <LeadSearch {...form.getInputProps("leadId")} />}
        <TextInput label="What it is about" required {...form.getInputProps("title")} />
        <Group grow align="start">
          <Autocomplete
            label="Who of us"
            data={hosts.map(({ name }) => name)}
            description={form.values.host && !host ? "Becomes a host by this" : undefined}
            {...form.getInputProps("host")}
          />
          <Select
            label="How long"
            allowDeselect={false}
            data={["15", "30", "45", "60", "90"].map((value) => ({ value, label: `${value} minutes` }))}
            {...form.getInputProps("durationMinutes")}
          />
        </Group>
        <SegmentedControl
          size="xs"
          aria-label="How to say when"
          value={by}
          onChange={(value) => setBy(value as "slot" | "time")}
          data={[
            { value: "slot", label: "A free time" },
            { value: "time", label: "Another time" },
          ]}
        />
        {by === "slot" && host && (
          <SlotPicker
            host={host.name}
            zone={host.timeZone}
            durationMinutes={Number(form.values.durationMinutes)}
            chosen={form.values.startsAt || undefined}
            choose={(startsAt) => form.setFieldValue("startsAt", startsAt)}
          />
        )}
        {by === "slot" && !host && "Say who of us, and their free times are here."}
        {by === "slot" && form.errors.startsAt && <div role="alert">{form.errors.startsAt}</div>}
        {by === "time" && (
          <Group grow align="start">
            <TextInput type="datetime-local" label="When" {...form.getInputProps("startsAtLocal")} />
            <Autocomplete label="In the time zone" data={zones()} limit={20} {...form.getInputProps("timeZone")} />
          </Group>
        )}
        <TextInput label="Where" {...form.getInputProps("location")} />
        <TextInput label="Link to the call" placeholder="https://…" {...form.getInputProps("calendarLink")} />
        <Textarea label="Notes for us" {...form.getInputProps("notes")} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={fetching}>
            Book
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function zones(): string[] {
  return Intl.supportedValuesOf("timeZone");
}
