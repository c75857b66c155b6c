/** Messages which a person sends, where no program may. */
import { Anchor, Button, CopyButton, Group, Skeleton, Stack, Text } from "@mantine/core";
import { useMutation } from "urql";
import { channelName } from "../app/channels";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { useOpenLead, usePlace } from "../app/place";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { TaskOutcome, TasksQuery } from "../graphql/graphql";
import { FilterChip } from "../table/FilterChip";
import { usePages } from "../table/usePages";
import { Ago } from "../time/Ago";
import { COMPLETE_TASK, TASKS } from "./operations";
import "./outreach.css";

type Task = TasksQuery["outreachTasks"]["nodes"][number];

export function Tasks() {
  const [place, change] = usePlace();
  const pages = usePages(TASKS, { filter: { open: place.ended === undefined } }, (data) => data.outreachTasks);
  if (pages.error) return <Failed error={pages.error} retry={pages.refresh} />;
  if (pages.loading) return <Skeleton height={240} />;
  return (
    <Stack gap="sm">
      <Group>
        <FilterChip
          name="State"
          options={[{ value: "1", label: "ended" }]}
          value={place.ended}
          onChange={(ended) => change({ ended })}
        />
      </Group>
      {pages.rows.length === 0 && (
        <Nothing title="Nothing to send by hand">
          Messages by LinkedIn, phone and the like wait here for their turn.
        </Nothing>
      )}
      {pages.rows.map((task) => (
        <TaskCard key={task.id} task={task} ended={pages.refresh} />
      ))}
      {pages.hasMore && (
        <Button variant="subtle" onClick={pages.loadMore}>
          More
        </Button>
      )}
    </Stack>
  );
}

function TaskCard({ task, ended }: { task: Task; ended: () => void }) {
  const [{ fetching }, complete] = useMutation(COMPLETE_TASK);
  const mayWork = useMay("OPERATOR");
  const openLead = useOpenLead();
  const { message } = task;
  const end = async (outcome: TaskOutcome) => {
    const { data, error } = await complete({ input: { id: task.id, outcome, note: null } });
    if (!tellErrors(data?.completeOutreachTask.userErrors, error)) ended();
  };
  return (
    <article className="cam-letter">
      <Group justify="space-between">
        <Text size="sm">
          {channelName(message.channel)} to{" "}
          <Anchor component="button" type="button" inherit underline="always" onClick={() => openLead(message.lead.id)}>
            {message.lead.name}
          </Anchor>
          {message.recipient && ` (${message.recipient})`}, due <Ago at={task.createdAt} />
        </Text>
        {!task.open && <Text size="sm">{task.outcome === "DONE" ? "sent" : "left out"}</Text>}
      </Group>
      <p>{message.body}</p>
      {task.open && mayWork && (
        <Group gap={8} mt={8}>
          <CopyButton value={message.body}>
            {({ copied, copy }) => (
              <Button variant="default" size="compact-sm" onClick={copy}>
                {copied ? "Copied" : "Copy the text"}
              </Button>
            )}
          </CopyButton>
          <Button size="compact-sm" loading={fetching} onClick={() => void end("DONE")}>
            I sent it
          </Button>
          <Button variant="default" size="compact-sm" loading={fetching} onClick={() => void end("DISMISSED")}>
            Leave it out
          </Button>
        </Group>
      )}
    </article>
  );
}
