import { Anchor, Button, Drawer, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMutation, useQuery } from "urql";
import { useOpenLead } from "../app/place";
import { useMay } from "../app/viewer";
import { tellErrors } from "../forms/errors";
import type { OutreachSettlement } from "../graphql/graphql";
import { Checks } from "../leads/OutreachNext";
import "../leads/leads.css";
import { Ago } from "../time/Ago";
import { type Message, State, why } from "./Messages";
import { MESSAGE_TEXT, SETTLE } from "./operations";

/** One message: its text, where it stands, and what every rule said. */
export function MessagePanel({ message, close }: { message: Message; close: () => void }) {
  const narrow = useMediaQuery("(max-width: 700px)");
  const [{ data }] = useQuery({ query: MESSAGE_TEXT, variables: { id: message.id } });
  const openLead = useOpenLead();
  const body = data?.node && "body" in data.node ? data.node.body : undefined;
  return (
    <Drawer opened onClose={close} position="right" size={narrow ? "100%" : 480} title={message.subject ?? "Message"}>
      <Stack gap="md">
        <Text size="sm">
          <State status={message.status} /> to{" "}
          <Anchor component="button" type="button" inherit underline="always" onClick={() => openLead(message.lead.id)}>
            {message.lead.name}
          </Anchor>
          {message.recipient && ` (${message.recipient})`}
          {message.sentAt && (
            <>
              {" "}
              <Ago at={message.sentAt} />
            </>
          )}
        </Text>
        {why(message) && <Text size="sm">{why(message)}</Text>}
        {message.status === "UNKNOWN" && <Settling id={message.id} settled={close} />}
        {body === undefined ? (
          <Skeleton height={120} />
        ) : (
          <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {String(body)}
          </Text>
        )}
        {message.decision && (
          <section>
            <Title order={3} fz="sm" mb={6}>
              What the rules said
            </Title>
            <Checks decision={message.decision} />
          </section>
        )}
      </Stack>
    </Drawer>
  );
}

function Settling({ id, settled }: { id: string; settled: () => void }) {
  const [{ fetching }, settle] = useMutation(SETTLE);
  const mayWork = useMay("OPERATOR");
  if (!mayWork) return null;
  const say = async (outcome: OutreachSettlement) => {
    const { data, error } = await settle({ input: { id, outcome } });
    if (!tellErrors(data?.settleOutreachMessage.userErrors, error)) settled();
  };
  return (
    <Stack gap={6}>
      <Text size="sm">
        It may have gone out or not: the connection broke while it was handed over. Look into the mailbox.
      </Text>
      <Group gap={8}>
        <Button variant="default" loading={fetching} onClick={() => void say("SENT")}>
          It was sent
        </Button>
        <Button variant="default" loading={fetching} onClick={() => void say("NOT_SENT")}>
          It was not
        </Button>
      </Group>
    </Stack>
  );
}
