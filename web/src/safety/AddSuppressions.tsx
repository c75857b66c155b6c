import { Alert, Button, FileInput, Group, Modal, Select, Stack, Tabs, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useMutation } from "urql";
import { tellErrors } from "../forms/errors";
import { upload } from "../forms/upload";
import type { AddSuppressionsMutation, ImportSuppressionsMutation, SuppressionKind } from "../graphql/graphql";
import { ADD_SUPPRESSIONS, IMPORT_SUPPRESSIONS } from "./operations";
import { KINDS } from "./suppressionWords";

type Results = AddSuppressionsMutation["addSuppressions"]["results"];
type Tried = ImportSuppressionsMutation["importSuppressions"] & { token: string };
type Props = { opened: boolean; close: () => void; added: () => void };

/** Keeps addresses, domains, numbers or accounts from being written to: typed, or from a file. */
export function AddSuppressions({ opened, close, added }: Props) {
  return (
    <Modal opened={opened} onClose={close} title="Do not contact" size="lg">
      <Tabs defaultValue="typed" keepMounted={false}>
        <Tabs.List mb="sm">
          <Tabs.Tab value="typed">Write them</Tabs.Tab>
          <Tabs.Tab value="file">From a file</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="typed">
          <Typed added={added} />
        </Tabs.Panel>
        <Tabs.Panel value="file">
          <FromFile added={added} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  );
}

function Typed({ added }: { added: () => void }) {
  const [kind, setKind] = useState<SuppressionKind>("EMAIL");
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  const [results, setResults] = useState<Results>([]);
  const [{ fetching }, add] = useMutation(ADD_SUPPRESSIONS);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const values = text.split(/\s+/).filter(Boolean);
    const entries = values.map((value) => ({ kind, value }));
    const { data, error } = await add({ input: { entries, reason: reason.trim() || null, source: "MANUAL" } });
    if (tellErrors(data?.addSuppressions.userErrors, error)) return;
    const told = data?.addSuppressions.results ?? [];
    setResults(told);
    // What was refused stays, to be mended.
    setText(
      told
        .filter(({ outcome }) => outcome === "REFUSED")
        .map(({ value }) => value)
        .join("\n"),
    );
    added();
  };
  const refused = results.filter(({ outcome }) => outcome === "REFUSED");
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Select
          label="They are"
          allowDeselect={false}
          data={KINDS.filter(({ value }) => value !== "LEAD")}
          value={kind}
          onChange={(value) => value && setKind(value as SuppressionKind)}
        />
        <Textarea
          label="Who, one a line"
          required
          minRows={4}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput label="Why" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        {results.length > 0 && (
          <Alert color={refused.length ? "yellow" : "teal"} variant="light" role="status">
            {results.length - refused.length} kept.
            {refused.map(({ value, message }) => (
              <div key={value}>
                {value}: {message}
              </div>
            ))}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={fetching} disabled={!text.trim()}>
            Add
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function FromFile({ added }: { added: () => void }) {
  const [tried, setTried] = useState<Tried>();
  const [problem, setProblem] = useState<string>();
  const [{ fetching }, ask] = useMutation(IMPORT_SUPPRESSIONS);
  const attempt = async (token: string, dryRun: boolean) => {
    const { data, error } = await ask({ input: { uploadToken: token, dryRun } });
    if (tellErrors(data?.importSuppressions.userErrors, error) || !data) return undefined;
    return data.importSuppressions;
  };
  const choose = async (file: File | null) => {
    setTried(undefined);
    setProblem(undefined);
    if (!file) return;
    try {
      const token = await upload(file, () => undefined);
      const told = await attempt(token, true);
      if (told) setTried({ ...told, token });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const carryOut = async () => {
    if (!tried) return;
    const told = await attempt(tried.token, false);
    if (!told) return;
    setTried(undefined);
    added();
  };
  return (
    <Stack gap="sm">
      <FileInput
        label="File"
        description="Addresses, domains or numbers, one a row; CSV or plain text"
        placeholder="Choose a file"
        onChange={(file) => void choose(file)}
        error={problem}
      />
      {tried && (
        <>
          <Text size="sm" role="status">
            {tried.added} would be added, {tried.already} are there already, {tried.refused} cannot be read.
          </Text>
          {tried.refusedRows.slice(0, 10).map(({ number, message }) => (
            <Text key={number} size="sm" c="dimmed">
              Row {number}: {message}
            </Text>
          ))}
          <Group justify="flex-end">
            <Button onClick={carryOut} loading={fetching} disabled={!tried.added}>
              Add {tried.added}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}
