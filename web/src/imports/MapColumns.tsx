import { Button, Group, MultiSelect, Select, Skeleton, Stack, Table, TagsInput, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { Failed } from "../app/Failed";
import { tellErrors } from "../forms/errors";
import type { ImportField, ImportKey } from "../graphql/graphql";
import { FIELDS, KEYS } from "./fields";
import type { Upload } from "./ImportWizard";
import { IMPORT_LEADS, PREVIEW_IMPORT } from "./operations";

type Props = { campaignId: string; upload: Upload; begun: (importId: string) => void; back: () => void };

/** What each column is taken for, with what stands in it; corrected, then tried or carried out. */
export function MapColumns({ campaignId, upload, begun, back }: Props) {
  const [{ data, error }] = useQuery({
    query: PREVIEW_IMPORT,
    variables: { input: { uploadToken: upload.token, mapping: [] } },
  });
  const [said, setSaid] = useState<Record<string, ImportField | null>>({});
  const [matchBy, setMatchBy] = useState<ImportKey[]>(["EXTERNAL_ID", "EMAIL", "PHONE"]);
  const [owner, setOwner] = useState("");
  const [tags, setTags] = useState<string[]>([]);
  const [{ fetching }, begin] = useMutation(IMPORT_LEADS);
  if (error) return <Failed error={error} retry={back} />;
  if (!data) return <Skeleton height={240} />;
  const { columns } = data.previewImport;

  const start = async (dryRun: boolean) => {
    const mapping = Object.entries(said).map(([column, field]) => ({ column, field }));
    const defaults = { owner: owner.trim() || null, tags };
    const input = { campaignId, uploadToken: upload.token, mapping, matchBy, defaults, dryRun };
    const answer = await begin({ input });
    if (tellErrors(answer.data?.importLeads.userErrors, answer.error)) return;
    const id = answer.data?.importLeads.leadImport?.id;
    if (id) begun(id);
  };

  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {upload.name}: {data.previewImport.format.replace("_", " ").toLowerCase()}, {data.previewImport.encoding}
      </Text>
      <Table.ScrollContainer minWidth={420}>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Column</Table.Th>
              <Table.Th>In it</Table.Th>
              <Table.Th>Fills</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {columns.map(({ column, field, samples }) => (
              <Table.Tr key={column}>
                <Table.Td fw={600}>{column}</Table.Td>
                <Table.Td c="dimmed">{samples.slice(0, 2).join(", ")}</Table.Td>
                <Table.Td>
                  <Select
                    size="xs"
                    aria-label={`What ${column} fills`}
                    placeholder="nothing"
                    clearable
                    data={FIELDS}
                    value={column in said ? (said[column] ?? null) : (field ?? null)}
                    onChange={(value) => setSaid({ ...said, [column]: value as ImportField | null })}
                  />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <MultiSelect
        label="Rows are leads already here by"
        data={KEYS}
        value={matchBy}
        onChange={(value) => setMatchBy(value as ImportKey[])}
      />
      <Group grow align="start">
        <TextInput label="Owner of all" value={owner} onChange={(event) => setOwner(event.currentTarget.value)} />
        <TagsInput label="Labels for all" value={tags} onChange={setTags} />
      </Group>
      <Group justify="space-between">
        <Button variant="subtle" color="gray" onClick={back}>
          Another file
        </Button>
        <Group gap={8}>
          <Button variant="default" onClick={() => void start(true)} disabled={fetching}>
            Try without changing anything
          </Button>
          <Button onClick={() => void start(false)} loading={fetching}>
            Import
          </Button>
        </Group>
      </Group>
    </Stack>
  );
}
