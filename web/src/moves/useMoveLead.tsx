/** Moving a lead to another stage, from wherever it is shown. It is shown there at once, and back again where refused. */
import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { type ReactNode, useCallback, useState } from "react";
import { useMutation } from "urql";
import { isClosed, stageName } from "../app/stages";
import { tellErrors } from "../forms/errors";
import type { LeadStage } from "../graphql/graphql";
import { MOVE_LEAD } from "./operations";

export type Movable = { id: string; name: string; stage: LeadStage; version: number };
type Question = { lead: Movable; to: LeadStage };

/** `move`, and what has to be drawn somewhere: the question which some moves need answered first. */
export function useMoveLead(): { move: (lead: Movable, to: LeadStage) => void; question: ReactNode } {
  const [, send] = useMutation(MOVE_LEAD);
  const [asked, setAsked] = useState<Question>();

  const carryOut = useCallback(
    async ({ lead, to }: Question, reason: string | null) => {
      const { data, error } = await send({
        input: {
          leadId: lead.id,
          stage: to,
          expectedStage: lead.stage,
          expectedVersion: lead.version,
          reopen: isClosed(lead.stage),
          reason,
        },
      });
      const payload = data?.updateLeadStage;
      if (payload?.userErrors.some(({ code }) => code === "CONFLICT") && payload.lead) {
        notifications.show({
          color: "yellow",
          title: `${lead.name} was changed meanwhile`,
          message: `It is in ${stageName(payload.lead.stage)} now. Look again, then move it where you want it.`,
        });
      } else tellErrors(payload?.userErrors, error);
    },
    [send],
  );

  const move = useCallback(
    (lead: Movable, to: LeadStage) => {
      if (lead.stage === to) return;
      if (to === "LOST" || isClosed(lead.stage)) setAsked({ lead, to });
      else void carryOut({ lead, to }, null);
    },
    [carryOut],
  );

  const answer = (reason: string) => {
    if (asked) void carryOut(asked, reason.trim() || null);
    setAsked(undefined);
  };
  return { move, question: asked && <MoveQuestion {...asked} answer={answer} leave={() => setAsked(undefined)} /> };
}

/** Why a lead is lost, or why a closed one is open again. */
function MoveQuestion(props: Question & { answer: (reason: string) => void; leave: () => void }) {
  const { lead, to } = props;
  const [reason, setReason] = useState("");
  const lost = to === "LOST";
  return (
    <Modal opened onClose={props.leave} title={lost ? `Why is ${lead.name} lost?` : `Reopen ${lead.name}?`}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          props.answer(reason);
        }}
      >
        <Stack gap="sm">
          {isClosed(lead.stage) && (
            <Text size="sm">
              It is closed as {stageName(lead.stage)}, and would be in {stageName(to)} again.
            </Text>
          )}
          <Textarea
            label="Reason"
            required={lost}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.leave}>
              Leave it in {stageName(lead.stage)}
            </Button>
            <Button type="submit">Move to {stageName(to)}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
