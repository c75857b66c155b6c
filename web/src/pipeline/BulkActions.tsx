/** What can be done with many leads at once; what was refused is told row by row. */
import { Button, Menu, TagsInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { useMutation } from "urql";
import { STAGES, stageName } from "../app/stages";
import { tellErrors, type UserError } from "../forms/errors";
import type { BulkOutcome, ExportFormat, LeadFilter, LeadStage } from "../graphql/graphql";
import type { Selection } from "../table/useSelection";
import { Asking } from "./Asking";
import { BULK_STAGE, DELETE_LEADS, EXPORT_LEADS, TAG_LEADS } from "./operations";

/** As many as one call takes. */
const MOST = 1_000;

type Result = { outcome: BulkOutcome; message?: string | null };
type Answer = { results?: Result[]; userErrors?: UserError[]; error?: Parameters<typeof tellErrors>[1] };
type Props = { selection: Selection; campaignId: string | undefined; filter: LeadFilter; done: () => void };

export function BulkActions({ selection, campaignId, filter, done }: Props) {
  const [, moveAll] = useMutation(BULK_STAGE);
  const [, tagAll] = useMutation(TAG_LEADS);
  const [, deleteAll] = useMutation(DELETE_LEADS);
  const [stage, setStage] = useState<LeadStage>();
  const [tagging, tags] = useDisclosure();
  const [deleting, deletion] = useDisclosure();
  const [labels, setLabels] = useState<string[]>([]);

  const each = async (ask: (leadIds: string[]) => Promise<Answer>) => {
    const ids = [...selection.ids];
    const results: Result[] = [];
    for (let at = 0; at < ids.length; at += MOST) {
      const answer = await ask(ids.slice(at, at + MOST));
      if (tellErrors(answer.userErrors, answer.error)) break;
      results.push(...(answer.results ?? []));
    }
    if (results.length) tellResults(results);
    selection.clear();
    done();
  };
  const move = (to: LeadStage, reason: string | null) =>
    each(async (leadIds) => {
      const { data, error } = await moveAll({ input: { leadIds, stage: to, reason, reopen: false } });
      return { ...data?.bulkUpdateLeadStage, error };
    });

  return (
    <>
      <Menu position="top-start">
        <Menu.Target>
          <Button variant="default">Move to …</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {STAGES.map((one) => (
            <Menu.Item key={one} onClick={() => (one === "LOST" ? setStage(one) : void move(one, null))}>
              {stageName(one)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" onClick={tags.open}>
        Label
      </Button>
      {campaignId && <ExportMenu campaignId={campaignId} filter={filter} />}
      <Button variant="default" color="red" onClick={deletion.open}>
        Delete
      </Button>
      <Asking
        opened={stage !== undefined}
        close={() => setStage(undefined)}
        title={`Why are these ${selection.ids.size.toLocaleString()} lost?`}
        act="Move to Lost"
        reason
        agreed={(reason) => void move("LOST", reason)}
      />
      <Asking
        opened={deleting}
        close={deletion.close}
        title={`Delete ${selection.ids.size.toLocaleString()} leads?`}
        act="Delete"
        dangerous
        agreed={() =>
          void each(async (leadIds) => {
            const { data, error } = await deleteAll({ input: { leadIds } });
            return { ...data?.deleteLeads, error };
          })
        }
      >
        What was written, said and agreed with them goes as well. This cannot be undone.
      </Asking>
      <Asking
        opened={tagging}
        close={tags.close}
        title={`Label ${selection.ids.size.toLocaleString()} leads`}
        act="Add labels"
        agreed={() =>
          void each(async (leadIds) => {
            const { data, error } = await tagAll({ input: { leadIds, add: labels, remove: [] } });
            return { ...data?.tagLeads, error };
          })
        }
      >
        <TagsInput label="Labels" description="Enter after each" value={labels} onChange={setLabels} data-autofocus />
      </Asking>
    </>
  );
}

function tellResults(results: Result[]) {
  const refused = results.filter(({ outcome }) => outcome === "REFUSED");
  const reasons = [...new Set(refused.map(({ message }) => message))].slice(0, 3).join(" ");
  notifications.show({
    color: refused.length ? "yellow" : "teal",
    message: refused.length
      ? `${results.length - refused.length} done, ${refused.length} refused: ${reasons}`
      : `${results.length.toLocaleString()} done`,
  });
}

/** Everybody who fits the filters, as a file. */
function ExportMenu({ campaignId, filter }: { campaignId: string; filter: LeadFilter }) {
  const [{ fetching }, ask] = useMutation(EXPORT_LEADS);
  const save = async (format: ExportFormat) => {
    const { campaign: _, ...rest } = filter;
    const { data, error } = await ask({ input: { campaignId, format, filter: rest } });
    if (tellErrors(data?.exportLeads.userErrors, error)) return;
    if (data?.exportLeads.url) window.location.assign(data.exportLeads.url);
  };
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button variant="default" loading={fetching}>
          Export all that fit
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save("CSV")}>CSV</Menu.Item>
        <Menu.Item onClick={() => void save("JSON_LINES")}>JSON lines</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
