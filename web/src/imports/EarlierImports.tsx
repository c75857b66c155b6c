import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "urql";
import { Ago } from "../time/Ago";
import { counts } from "./ImportProgress";
import { IMPORTS } from "./operations";

/** The last imports into the campaign. */
export function EarlierImports({ campaignId, open }: { campaignId: string; open: (importId: string) => void }) {
  const [{ data }] = useQuery({ query: IMPORTS, variables: { filter: { campaign: { eq: campaignId } } } });
  const imports = data?.leadImports.nodes ?? [];
  if (imports.length === 0) return null;
  return (
    <section>
      <Title order={3} fz="sm" mb={6}>
        Earlier imports
      </Title>
      <Stack gap={6}>
        {imports.map((one) => (
          <Text key={one.id} size="sm">
            <Anchor component="button" type="button" inherit underline="always" onClick={() => open(one.id)}>
              {one.filename ?? "A file"}
            </Anchor>{" "}
            <Ago at={one.createdAt} />: {one.status === "DONE" ? counts(one) : one.status.toLowerCase()}
            {one.dryRun && " (tried)"}
          </Text>
        ))}
      </Stack>
    </section>
  );
}
