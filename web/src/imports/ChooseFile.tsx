import { Alert, FileInput, Progress, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { upload } from "../forms/upload";
import type { Upload } from "./ImportWizard";

/** Takes a file by choosing or dropping it, and sends it. */
export function ChooseFile({ sent }: { sent: (upload: Upload) => void }) {
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<string>();

  const send = async (file: File | null) => {
    if (!file) return;
    setProblem(undefined);
    setShare(0);
    try {
      sent({ token: await upload(file, setShare), name: file.name });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setShare(undefined);
  };

  return (
    <Stack gap="sm">
      <section
        className="cam-drop"
        aria-label="Drop a file here"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void send(event.dataTransfer.files[0] ?? null);
        }}
      >
        <FileInput
          label="File of leads"
          description="CSV as a spreadsheet writes it, vCard, or JSON lines. Choose it, or drop it here."
          placeholder="Choose a file"
          accept=".csv,.tsv,.txt,.vcf,.vcard,.jsonl,.ndjson,.json,text/csv"
          onChange={(file) => void send(file)}
        />
      </section>
      {share !== undefined && <Progress value={share * 100} aria-label="Sending" />}
      {problem && (
        <Alert color="red" variant="light" role="alert">
          {problem}
        </Alert>
      )}
      <Text size="sm" c="dimmed">
        Nothing is changed before you have seen what the columns are taken for.
      </Text>
    </Stack>
  );
}
