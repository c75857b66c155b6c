import { TagsInput } from "@mantine/core";
import { useMutation } from "urql";
import { tellErrors } from "../forms/errors";
import type { Lead } from "./LeadPanel";
import { TAG_LEAD } from "./operations";

/** A lead's labels. Each is added and taken away by itself, so that two people who label at once are both heard. */
export function Tags({ lead }: { lead: Lead }) {
  const [, tag] = useMutation(TAG_LEAD);
  const change = async (tags: string[]) => {
    const input = {
      leadIds: [lead.id],
      add: tags.filter((one) => !lead.tags.includes(one)),
      remove: lead.tags.filter((one) => !tags.includes(one)),
    };
    const { data, error } = await tag({ input });
    const refused = (data?.tagLeads.results ?? []).filter(({ outcome }) => outcome === "REFUSED");
    tellErrors(
      [...(data?.tagLeads.userErrors ?? []), ...refused.map(({ message }) => ({ message: message ?? "" }))],
      error,
    );
  };
  return (
    <TagsInput
      aria-label="Labels"
      size="xs"
      placeholder={lead.tags.length ? undefined : "Add a label"}
      value={lead.tags}
      onChange={(tags) => void change(tags)}
    />
  );
}
