/** What came back from a lead, and what it was made of. */
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation } from "urql";
import { channelName } from "../app/channels";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { ReplyIntent, ReplyKind } from "../graphql/graphql";
import { Ago } from "../time/Ago";
import type { Lead } from "./LeadPanel";
import { UNDO_MERGE } from "./operations";

const KINDS: Record<ReplyKind, string> = { REPLY: "Reply", AUTO_REPLY: "Automatic reply", BOUNCE: "Bounce" };
const INTENTS: Record<ReplyIntent, string> = {
  INTERESTED: "interested",
  NOT_INTERESTED: "not interested",
  UNSUBSCRIBE: "wants no more",
  UNCLEAR: "to be read",
};

export function RepliesAndMerges({ lead, changed }: { lead: Lead; changed: () => void }) {
  const { replies, merges } = lead;
  const more = replies.totalCount - replies.nodes.length;
  return (
    <>
      {replies.nodes.length > 0 && (
        <section>
          <Title order={3} fz="sm" mb={6}>
            What came back
          </Title>
          <Stack gap={6}>
            {replies.nodes.map(({ id, kind, intent, channel, subject, text, receivedAt }) => (
              <article key={id} className="cam-came-back">
                <b>{KINDS[kind]}</b> by {channelName(channel)}
                {intent && `, ${INTENTS[intent]}`}, <Ago at={receivedAt} />
                {subject && <div>{subject}</div>}
                <Text size="sm" c="dimmed" lineClamp={4}>
                  {text}
                </Text>
              </article>
            ))}
            {more > 0 && (
              <Text size="sm" c="dimmed">
                and {more} before
              </Text>
            )}
          </Stack>
        </section>
      )}
      {merges.nodes.length > 0 && (
        <section>
          <Title order={3} fz="sm" mb={6}>
            Merged
          </Title>
          <Stack gap={6}>
            {merges.nodes.map((merge) => (
              <Merged key={merge.id} merge={merge} changed={changed} />
            ))}
          </Stack>
        </section>
      )}
    </>
  );
}

function Merged({ merge, changed }: { merge: Lead["merges"]["nodes"][number]; changed: () => void }) {
  const [{ fetching }, undo] = useMutation(UNDO_MERGE);
  const mayWork = useMay("OPERATOR");
  const names = merge.absorbed.map(({ name }) => name).join(", ");
  const act = async () => {
    const { data, error } = await undo({ id: merge.id });
    if (!tellErrors(data?.undoMerge.userErrors, error)) changed();
  };
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">
        With {names} by {merge.actor}, <Ago at={merge.mergedAt} />
        {merge.undoneAt && " (undone since)"}
      </Text>
      {mayWork && !merge.undoneAt && (
        <Button
          variant="default"
          size="compact-sm"
          loading={fetching}
          onClick={() => void act()}
          aria-label={`Part from ${names} again`}
        >
          Undo
        </Button>
      )}
    </Group>
  );
}
