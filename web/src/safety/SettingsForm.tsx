/** Changing the settings, with what the last two weeks would have been under them beside it. */
import { Button, Checkbox, Group, NumberInput, Paper, SimpleGrid, Stack, Switch, Text, TextInput } from "@mantine/core";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useMutation } from "urql";
import { channelName } from "../app/channels";
import { putErrors } from "../forms/errors";
import type { SettingsFieldsFragment } from "../graphql/graphql";
import { SAVE_SETTINGS } from "./operations";
import { Simulation } from "./Simulation";
import { changesOf, type SettingsValues, valuesOf } from "./settings";
import { shortDay, WEEKDAYS } from "./WindowGrid";

type Form = UseFormReturnType<SettingsValues>;

export function SettingsForm({ settings, done }: { settings: SettingsFieldsFragment; done: () => void }) {
  // What they were when editing began: figures of today that change meanwhile are none of the form's.
  const [begun] = useState({ values: valuesOf(settings), version: settings.version });
  const form = useForm<SettingsValues>({ initialValues: begun.values });
  const [{ fetching }, save] = useMutation(SAVE_SETTINGS);
  const changes = changesOf(begun.values, form.values);
  const untouched = Object.keys(changes).length === 0;

  const submit = async () => {
    const { data, error } = await save({
      input: { channels: [], campaigns: [], ...changes, expectedVersion: begun.version },
    });
    const errors = data?.updateSafetySettings.userErrors;
    if (errors?.some(({ code }) => code === "CONFLICT")) {
      notifications.show({
        color: "yellow",
        message: "Somebody else changed the settings meanwhile. Cancel, look at them, and change them again.",
      });
      return;
    }
    if (!putErrors(form, errors, error)) done();
  };

  return (
    <Paper withBorder p="md" component="section" aria-label="Change limits">
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="md">
          <Channels form={form} />
          <Hours form={form} />
          <Others form={form} />
          {!untouched && <Simulation changes={changes} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={done}>
              Cancel
            </Button>
            <Button type="submit" disabled={untouched} loading={fetching}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

function Channels({ form }: { form: Form }) {
  return (
    <>
      {form.values.channels.map(({ channel, warmup }, at) => (
        <fieldset key={channel} className="cam-fields">
          <legend>{channelName(channel)}</legend>
          <SimpleGrid cols={{ base: 2, sm: 3, md: 6 }} spacing="sm">
            <NumberInput label="At most a day" min={0} {...form.getInputProps(`channels.${at}.maxPerDay`)} />
            <NumberInput label="Seconds apart" min={0} {...form.getInputProps(`channels.${at}.minGapSeconds`)} />
            <NumberInput label="And up to more" min={0} {...form.getInputProps(`channels.${at}.gapSpreadSeconds`)} />
            {warmup.enabled && (
              <>
                <NumberInput label="First day" min={1} {...form.getInputProps(`channels.${at}.warmup.start`)} />
                <NumberInput label="More each day" min={0} {...form.getInputProps(`channels.${at}.warmup.increment`)} />
                <NumberInput label="Up to" min={1} {...form.getInputProps(`channels.${at}.warmup.max`)} />
              </>
            )}
          </SimpleGrid>
          <Switch
            mt={8}
            label="Warm up: begin with few"
            {...form.getInputProps(`channels.${at}.warmup.enabled`, { type: "checkbox" })}
          />
        </fieldset>
      ))}
    </>
  );
}

function Hours({ form }: { form: Form }) {
  return (
    <fieldset className="cam-fields">
      <legend>When messages may go out</legend>
      <Stack gap="sm">
        <Switch label="At any time" {...form.getInputProps("always", { type: "checkbox" })} />
        {!form.values.always && (
          <>
            <Checkbox.Group label="Days" {...form.getInputProps("sendWindow.days")}>
              <Group gap="md" mt={4}>
                {WEEKDAYS.map((day) => (
                  <Checkbox key={day} value={day} label={shortDay(day)} />
                ))}
              </Group>
            </Checkbox.Group>
            <Group align="end">
              <TextInput type="time" label="From" {...form.getInputProps("sendWindow.start")} />
              <TextInput type="time" label="To" {...form.getInputProps("sendWindow.end")} />
              <Switch
                mb={8}
                label="Of the lead’s own time zone"
                {...form.getInputProps("sendWindow.useLeadTimeZone", { type: "checkbox" })}
              />
            </Group>
          </>
        )}
        <TextInput
          label="Time zone"
          description="In which days begin and end"
          maw={280}
          {...form.getInputProps("timeZone")}
        />
      </Stack>
    </fieldset>
  );
}

function Others({ form }: { form: Form }) {
  return (
    <fieldset className="cam-fields">
      <legend>And besides</legend>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="sm">
        <NumberInput label="Messages to one lead" min={1} {...form.getInputProps("leadFrequency.maxMessages")} />
        <NumberInput label="In so many days" min={1} {...form.getInputProps("leadFrequency.days")} />
        <NumberInput label="To one domain a day" min={0} {...form.getInputProps("maxPerDomainPerDay")} />
      </SimpleGrid>
      <Switch
        mt={8}
        label="Suppress ana+news@… with ana@…"
        {...form.getInputProps("ignorePlusTags", { type: "checkbox" })}
      />
      <Text size="sm" c="dimmed" mt={4}>
        An empty field is no limit.
      </Text>
    </fieldset>
  );
}
