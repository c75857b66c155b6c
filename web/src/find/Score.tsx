import { HoverCard, Stack, Text, UnstyledButton } from "@mantine/core";
import type { MatchCriterion } from "../graphql/graphql";

export type Reason = { criterion: MatchCriterion; weight: number; score: number; evidence: string };

const CRITERIA: Record<MatchCriterion, string> = {
  FOLLOWERS: "Followers",
  KEYWORDS: "Keywords",
  LOCATION: "Place",
  RECENT_ACTIVITY: "Active lately",
  ROLE: "Role",
};

/** How well somebody matches, 0 to 1, as a bar and a number; its reasons on hover and focus. */
export function Score({ score, reasons }: { score: number; reasons: readonly Reason[] }) {
  return (
    <HoverCard width={300} openDelay={150} withinPortal position="bottom-start">
      <HoverCard.Target>
        <UnstyledButton aria-label={`Match ${score.toFixed(2)}, because: ${inWords(reasons)}`} mih={24} fz="inherit">
          <Bar share={score} /> {score.toFixed(2)}
        </UnstyledButton>
      </HoverCard.Target>
      <HoverCard.Dropdown>
        <Reasons reasons={reasons} />
      </HoverCard.Dropdown>
    </HoverCard>
  );
}

/** Each criterion with what it came to, how much it counts, and what was seen. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return <Text size="sm">Nothing was asked which could be compared.</Text>;
  const all = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return (
    <Stack gap={8}>
      {reasons.map(({ criterion, score, weight, evidence }) => (
        <div key={criterion}>
          <Text size="sm" fw={500}>
            <Bar share={score} /> {CRITERIA[criterion]}: {score.toFixed(2)}
            <Text span size="sm" c="dimmed">
              {" "}
              counts {Math.round((weight / all) * 100)} %
            </Text>
          </Text>
          <Text size="sm" c="dimmed">
            {evidence}
          </Text>
        </div>
      ))}
    </Stack>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <span className="cam-bar" aria-hidden>
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}

function inWords(reasons: readonly Reason[]): string {
  return reasons.map(({ criterion, score }) => `${CRITERIA[criterion]} ${score.toFixed(2)}`).join(", ");
}
