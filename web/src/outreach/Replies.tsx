/** What came back. */
import { Anchor, Badge, Button, Group, Modal, Select, Skeleton, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "urql";
import { channelName } from "../app/channels";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { useOpenLead, usePlace } from "../app/place";
import { useMay } from "../app/viewer";
import { LeadSearch } from "../appointments/LeadSearch";
import { putErrors } from "../forms/errors";
import type { Channel, RepliesQuery, ReplyIntent, ReplyKind } from "../graphql/graphql";
import { usePages } from "../table/usePages";
import { Ago } from "../time/Ago";
import { RECORD_REPLY, REPLIES } from "./operations";
import "./outreach.css";

type Reply = RepliesQuery["replies"]["nodes"][number];

const KINDS: Record<ReplyKind, string> = { REPLY: "reply", AUTO_REPLY: "automatic reply", BOUNCE: "bounce" };
const INTENTS: Record<ReplyIntent, string> = {
  INTERESTED: "interested",
  NOT_INTERESTED: "not interested",
  UNSUBSCRIBE: "wants no more",
  UNCLEAR: "to be read",
};
const CHANNELS: Channel[] = ["EMAIL", "LINKEDIN", "TWITTER", "INSTAGRAM", "PHONE", "OTHER"];

export function Replies() {
  const [place, change] = usePlace();
  const pages = usePages(REPLIES, {}, (data) => data.replies);
  const mayWork = useMay("OPERATOR");
  if (pages.error) return <Failed error={pages.error} retry={pages.refresh} />;
  if (pages.loading) return <Skeleton height={240} />;
  return (
    <Stack gap="sm">
      {mayWork && (
        <Group justify="flex-end">
          <Button onClick={() => change({ new: "reply" })}>Record a reply</Button>
        </Group>
      )}
      {pages.rows.length === 0 && (
        <Nothing title="Nothing came back yet">Replies are read from the mailbox, or recorded by hand.</Nothing>
      )}
      {pages.rows.map((reply) => (
        <ReplyCard key={reply.id} reply={reply} />
      ))}
      {pages.hasMore && (
        <Button variant="subtle" onClick={pages.loadMore}>
          Earlier
        </Button>
      )}
      <ReplyForm opened={place.new === "reply"} close={() => change({ new: undefined })} recorded={pages.refresh} />
    </Stack>
  );
}

function ReplyCard({ reply }: { reply: Reply }) {
  const openLead = useOpenLead();
  return (
    <article className="cam-letter">
      <Group justify="space-between">
        <Text size="sm">
          <Anchor component="button" type="button" inherit underline="always" onClick={() => openLead(reply.lead.id)}>
            {reply.lead.name}
          </Anchor>{" "}
          by {channelName(reply.channel)}, <Ago at={reply.receivedAt} />
        </Text>
        <Badge variant="dot" color={reply.intent === "INTERESTED" ? "teal" : "gray"}>
          {reply.intent ? INTENTS[reply.intent] : KINDS[reply.kind]}
        </Badge>
      </Group>
      <p>{reply.text}</p>
      <Text size="sm" c="dimmed" mt={4}>
        Told by: {reply.reason}
      </Text>
    </article>
  );
}

function ReplyForm({ opened, close, recorded }: { opened: boolean; close: () => void; recorded: () => void }) {
  const form = useForm({ initialValues: { leadId: "", channel: "PHONE" as Channel, text: "" } });
  const [{ fetching }, record] = useMutation(RECORD_REPLY);
  const submit = async (values: typeof form.values) => {
    const { data, error } = await record({ input: values });
    if (putErrors(form, data?.recordReply.userErrors, error)) return;
    form.reset();
    recorded();
    close();
  };
  return (
    <Modal opened={opened} onClose={close} title="Record a reply">
      <form onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <LeadSearch label="Who answered" {...form.getInputProps("leadId")} />
          <Select
            label="By"
            allowDeselect={false}
            data={CHANNELS.map((value) => ({ value, label: channelName(value) }))}
            {...form.getInputProps("channel")}
          />
          <Textarea label="What they said" required {...form.getInputProps("text")} />
          <Group justify="flex-end">
            <Button type="submit" loading={fetching}>
              Record
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
