import { ActionIcon, Anchor, Code, Collapse, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useOpenLead } from "../app/place";
import type { ActivityLineFragment } from "../graphql/graphql";
import { Ago } from "../time/Ago";
import { sentence } from "./kinds";

/** One line of the log; what is known besides opens below it. */
export function ActivityRow({ activity, isNew }: { activity: ActivityLineFragment; isNew: boolean }) {
  const [opened, { toggle }] = useDisclosure();
  const says = sentence(activity.kind);
  return (
    <li
      className={isNew ? "cam-changed" : undefined}
      style={{ listStyle: "none", borderBottom: "1px solid var(--cam-line)" }}
    >
      <Group gap={8} wrap="nowrap" mih={32} py={4} align="center">
        <Text size="sm" flex={1} style={{ overflowWrap: "anywhere" }}>
          <Text span fw={600} size="sm">
            {activity.actor}
          </Text>{" "}
          {says} <SubjectLink subject={activity.subject} />
        </Text>
        <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
          <Ago at={activity.occurredAt} />
        </Text>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          onClick={toggle}
          aria-expanded={opened}
          aria-label={`Details: ${activity.actor} ${says}`}
        >
          <IconChevronDown size={14} style={{ transform: opened ? "rotate(180deg)" : undefined }} />
        </ActionIcon>
      </Group>
      <Collapse expanded={opened}>
        <Code block tabIndex={0} mb={8}>
          {JSON.stringify(activity.detail, null, 2)}
        </Code>
      </Collapse>
    </li>
  );
}

type Subject = ActivityLineFragment["subject"];

/** What it happened to, as it is now, and the way there. */
function SubjectLink({ subject }: { subject: Subject }) {
  const openLead = useOpenLead();
  if (!subject) return null;
  switch (subject.__typename) {
    case "Lead":
      return <LeadLink name={subject.name} open={() => openLead(subject.id)} />;
    case "Appointment":
    case "OutreachMessage":
      return <LeadLink name={subject.lead.name} open={() => openLead(subject.lead.id)} />;
    case "DiscoveryJob":
      return (
        <Anchor
          inherit
          component={Link}
          to={"/find" as never}
          search={{ campaign: subject.campaign.id, job: subject.id } as never}
        >
          {subject.name}
        </Anchor>
      );
    case "Campaign":
      return (
        <Anchor inherit component={Link} to={"/pipeline" as never} search={{ campaign: subject.id } as never}>
          {subject.name}
        </Anchor>
      );
    case "LeadImport":
      return <>{subject.filename}</>;
    case "Host":
    case "MessageTemplate":
    case "ApiToken":
      return <>{subject.name}</>;
    default:
      return null;
  }
}

function LeadLink({ name, open }: { name: string; open: () => void }) {
  return (
    <Anchor inherit component="button" type="button" onClick={open}>
      {name}
    </Anchor>
  );
}
