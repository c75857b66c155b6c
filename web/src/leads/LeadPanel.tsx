/** One lead beside what is on the screen: who it is, what was said, what comes next. On a phone it is a page. */
import { Button, Drawer, Group, Menu, Skeleton, Stack, Title } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { useMutation, useQuery, useSubscription } from "urql";
import { Failed } from "../app/Failed";
import { Nothing } from "../app/Nothing";
import { useOpenLead } from "../app/place";
import { useMay } from "../app/viewer";
import { NextAppointment } from "../appointments/NextAppointment";
import { tellErrors } from "../forms/errors";
import type { LeadQuery } from "../graphql/graphql";
import { Asking } from "../pipeline/Asking";
import { usePages } from "../table/usePages";
import { LeadFacts } from "./LeadFacts";
import { LeadHeader } from "./LeadHeader";
import { LogLine } from "./LogLine";
import { OutreachNext } from "./OutreachNext";
import { DELETE_LEAD, LEAD, LEAD_CHANGES, TIMELINE } from "./operations";
import { Timeline } from "./Timeline";
import "./leads.css";

export type Lead = NonNullable<LeadQuery["lead"]>;

export function LeadPanel({ leadId }: { leadId: string }) {
  const open = useOpenLead();
  const narrow = useMediaQuery("(max-width: 700px)");
  const [{ data, error, fetching }, ask] = useQuery({ query: LEAD, variables: { id: leadId } });
  const lead = data?.lead;
  return (
    <Drawer
      opened
      onClose={() => open(undefined)}
      position="right"
      size={narrow ? "100%" : 500}
      title={lead?.name ?? "Lead"}
      overlayProps={{ backgroundOpacity: 0.15 }}
    >
      {error && !lead && <Failed error={error} retry={() => ask({ requestPolicy: "network-only" })} />}
      {!lead && !error && (fetching ? <Skeleton height={400} /> : <Nothing title="This lead is gone" />)}
      {lead && <LeadView lead={lead} refresh={() => ask({ requestPolicy: "network-only" })} />}
    </Drawer>
  );
}

function LeadView({ lead, refresh }: { lead: Lead; refresh: () => void }) {
  const timeline = usePages(TIMELINE, { id: lead.id }, (data) => data.lead?.timeline);
  const mayWork = useMay("OPERATOR");
  const everything = () => {
    refresh();
    timeline.refresh();
  };
  useChangesOf(lead, everything);
  return (
    <Stack gap="md">
      <LeadHeader lead={lead} />
      {mayWork && <LogLine leadId={lead.id} logged={timeline.refresh} />}
      <NextAppointment lead={lead} changed={everything} />
      <OutreachNext lead={lead} changed={everything} />
      <section>
        <Title order={3} fz="sm" mb={6}>
          Timeline
        </Title>
        <Timeline pages={timeline} />
      </section>
      <LeadFacts lead={lead} />
      {mayWork && <More lead={lead} />}
    </Stack>
  );
}

const PAUSE = 500;

/** Do something soon after the lead changed, whoever changed it. */
function useChangesOf(lead: Lead, act: () => void) {
  const latest = useRef(act);
  latest.current = act;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const variables = { campaignId: lead.campaign.id };
  useSubscription({ query: LEAD_CHANGES, variables }, (count: number = 0, { leads }) => {
    if (leads.leadId === lead.id) {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        latest.current();
      }, PAUSE);
    }
    return count + 1;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}

function More({ lead }: { lead: Lead }) {
  const [asking, { open, close }] = useDisclosure();
  const [, remove] = useMutation(DELETE_LEAD);
  const openLead = useOpenLead();
  const act = async () => {
    const { data, error } = await remove({ id: lead.id });
    if (!tellErrors(data?.deleteLeads.userErrors, error)) openLead(undefined);
  };
  return (
    <Group>
      <Menu>
        <Menu.Target>
          <Button variant="subtle" color="gray">
            More …
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={open}>Delete this lead …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Asking
        opened={asking}
        close={close}
        title={`Delete ${lead.name}?`}
        act="Delete"
        dangerous
        agreed={() => void act()}
      >
        What was written, said and agreed with them goes as well. This cannot be undone.
      </Asking>
    </Group>
  );
}
