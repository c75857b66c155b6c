import { useDraggable, useDroppable } from "@dnd-kit/core";
import { Anchor, Badge, Group, Text, Title } from "@mantine/core";
import type { KeyboardEvent } from "react";
import { useOpenLead, usePlace } from "../app/place";
import { stageColour, stageName } from "../app/stages";
import type { LeadCardFragment, LeadStage } from "../graphql/graphql";
import { type Column, stageBeside } from "./board";
import { LeadFace } from "./LeadFace";

type Move = (lead: LeadCardFragment, to: LeadStage) => void;
type Props = {
  column: Column;
  changed: ReadonlySet<string>;
  /** Where the role may move leads. */
  move?: Move;
  more?: () => void;
};

/** The leads of one stage, the newest in it first. */
export function BoardColumn({ column: { stage, count, leads }, changed, move, more }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: stage });
  const [, change] = usePlace();
  return (
    <section ref={setNodeRef} className="cam-column" data-over={isOver || undefined} aria-label={stageName(stage)}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} fz="sm">
          {stageName(stage)}
        </Title>
        <Badge color={stageColour(stage)} variant="default" className="cam-number">
          {count.toLocaleString()}
        </Badge>
      </Group>
      {leads.map((lead) => (
        <BoardLead key={lead.id} lead={lead} isNew={changed.has(lead.id)} move={move} />
      ))}
      {leads.length === 0 && (
        <Text size="sm" c="dimmed">
          Nobody
        </Text>
      )}
      {count > leads.length && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => (more ? more() : change({ view: "table", stage }))}
        >
          {more ? "Show more" : `All ${count.toLocaleString()} in the table`}
        </Anchor>
      )}
    </section>
  );
}

function BoardLead({ lead, isNew, move }: { lead: LeadCardFragment; isNew: boolean; move?: Move }) {
  const openLead = useOpenLead();
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: lead.id,
    data: { lead },
    disabled: !move,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { "[": -1, "]": 1 }[event.key] as -1 | 1 | undefined;
    const to = by && stageBeside(lead.stage, by);
    if (to && move) move(lead, to);
    else if (event.key === "Enter" && !isDragging) openLead(lead.id);
    else listeners?.onKeyDown?.(event);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button does not let itself be dragged in every browser
    <div
      ref={setNodeRef}
      {...attributes}
      {...listeners}
      role="button"
      tabIndex={0}
      aria-roledescription={move ? "lead that can be moved" : undefined}
      className={isNew ? "cam-lead cam-changed" : "cam-lead"}
      data-lifted={isDragging || undefined}
      onClick={() => openLead(lead.id)}
      onKeyDown={onKeyDown}
    >
      <LeadFace lead={lead} bare />
    </div>
  );
}
