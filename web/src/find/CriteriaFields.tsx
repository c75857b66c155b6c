import { Group, NumberInput, TagsInput, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { appliedBy, type CriteriaValues, fieldsFor, type Source } from "./criteria";

type Props = { form: UseFormReturnType<CriteriaValues>; chosen: Source[] };

/** The fields which the chosen sources use. */
export function CriteriaFields({ form, chosen }: Props) {
  const fields = fieldsFor(chosen);
  return (
    <>
      <TextInput label="Name of the job" required {...form.getInputProps("name")} />
      {fields.seedUrls && (
        <Textarea
          label="Pages to begin with"
          description="One address a line. Links are followed on the same site, politely."
          placeholder="https://team.example/people"
          {...form.getInputProps("criteria.seedUrls")}
        />
      )}
      {fields.usernames && (
        <TagsInput
          label="Accounts to look up"
          description="Exact names; Enter after each"
          {...form.getInputProps("criteria.usernames")}
        />
      )}
      <TagsInput
        label="Words that describe the person"
        description={appliedBy("keywords", chosen) ?? "Enter after each"}
        {...form.getInputProps("criteria.keywords")}
      />
      <TextInput
        label="Role"
        placeholder="engineering lead"
        description={appliedBy("roleContains", chosen)}
        {...form.getInputProps("criteria.roleContains")}
      />
      <TextInput
        label="Place"
        placeholder="Lisbon"
        description={appliedBy("location", chosen)}
        {...form.getInputProps("criteria.location")}
      />
      <Group grow align="end">
        <NumberInput label="At least followers" min={0} {...form.getInputProps("criteria.minFollowers")} />
        <NumberInput label="Active within days" min={1} {...form.getInputProps("criteria.recentActivityDays")} />
        <NumberInput label="Keep at most" min={1} max={10_000} {...form.getInputProps("criteria.maxProfiles")} />
      </Group>
    </>
  );
}
