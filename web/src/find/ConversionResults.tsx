import { Anchor, Badge, Group, Modal, ScrollArea, Stack, Text } from "@mantine/core";
import { useOpenLead } from "../app/place";
import type { ConversionOutcome, IdentityKind } from "../graphql/graphql";
import type { Results } from "./CamDiscoveredProfilesTable";

const OUTCOMES: Record<ConversionOutcome, string> = {
  CREATED: "new lead",
  DUPLICATE: "is a lead already",
  NOT_FOUND: "is gone",
  SUPPRESSED: "must not be contacted",
};
const KEYS: Record<IdentityKind, string> = {
  EMAIL: "same e-mail address",
  EXTERNAL_ID: "same id elsewhere",
  HANDLE: "same account",
  IMPORTED_ROW: "same row of an import",
  PHONE: "same phone number",
  PROFILE_URL: "same profile page",
};

type Props = { results: Results | undefined; names: ReadonlyMap<string, string>; close: () => void };

/** What became of each of those who were to be leads. */
export function ConversionResults({ results, names, close }: Props) {
  const openLead = useOpenLead();
  const created = results?.filter(({ outcome }) => outcome === "CREATED").length ?? 0;
  return (
    <Modal
      opened={results !== undefined}
      onClose={close}
      title={`${created.toLocaleString()} of ${results?.length.toLocaleString()} became leads`}
      scrollAreaComponent={ScrollArea.Autosize}
    >
      <Stack component="ul" gap={6} m={0} p={0}>
        {results?.map(({ profileId, outcome, duplicateKey, lead }) => (
          <Group key={profileId} component="li" justify="space-between" wrap="nowrap">
            {lead ? (
              <Anchor
                component="button"
                type="button"
                onClick={() => {
                  close();
                  openLead(lead.id);
                }}
              >
                {lead.name}
              </Anchor>
            ) : (
              <Text>{names.get(profileId) ?? "Somebody"}</Text>
            )}
            <Text size="sm" c="dimmed" ta="right">
              <Badge color={outcome === "CREATED" ? "teal" : "gray"}>{OUTCOMES[outcome]}</Badge>
              {duplicateKey && ` ${KEYS[duplicateKey]}`}
            </Text>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
