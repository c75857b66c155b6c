import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useQuery } from "urql";
import { useCampaignId } from "../app/place";
import { SEARCH_LEADS } from "./operations";

type Props = { value?: string; onChange?: (id: string) => void; error?: ReactNode; label?: string };

/** One lead, found by name, company or address. */
export function LeadSearch({ value, onChange, error, label = "With whom" }: Props) {
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed.trim(), 200);
  const campaign = useCampaignId();
  const filter = { ...(search && { search }), ...(campaign && { campaign: { eq: campaign } }) };
  const [{ data, fetching }] = useQuery({ query: SEARCH_LEADS, variables: { filter } });
  return (
    <Select
      label={label}
      required
      searchable
      // What the server found is what fits: it looks into more than names.
      filter={({ options }) => options}
      data={(data?.leads.nodes ?? []).map((lead) => ({
        value: lead.id,
        label: lead.company ? `${lead.name}, ${lead.company}` : lead.name,
      }))}
      onSearchChange={setTyped}
      nothingFoundMessage={fetching ? "Looking …" : "Nobody of this name"}
      value={value || null}
      onChange={(id) => onChange?.(id ?? "")}
      error={error}
    />
  );
}
