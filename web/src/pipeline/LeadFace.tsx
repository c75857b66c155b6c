import { Group, Text } from "@mantine/core";
import type { LeadCardFragment } from "../graphql/graphql";
import { Ago } from "../time/Ago";

/** What a card says of a lead; `bare` without its frame. */
export function LeadFace({ lead, bare }: { lead: LeadCardFragment; bare?: boolean }) {
  return (
    <div className={bare ? undefined : "cam-lead"}>
      <Group justify="space-between" wrap="nowrap" gap={6}>
        <Text fw={600} size="sm" truncate>
          {lead.name}
        </Text>
        {lead.score != null && (
          <Text size="sm" className="cam-number">
            {lead.score.toFixed(2)}
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed" truncate>
        {[lead.role, lead.company].filter(Boolean).join(" · ") || "–"}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {lead.doNotContact && "do not contact · "}
        {lead.owner && `${lead.owner} · `}
        {lead.lastContactedAt ? (
          <>
            contacted <Ago at={lead.lastContactedAt} />
          </>
        ) : (
          "not contacted yet"
        )}
      </Text>
    </div>
  );
}
