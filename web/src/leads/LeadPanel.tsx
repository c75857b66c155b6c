/** One lead beside what is on the screen: who it is, what was said, what comes next. On a phone it is a page. */
import { Button, Group, Menu, Skeleton, Stack, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
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
import { useSoon } from "../time/useSoon";
import { LeadFacts } from "./LeadFacts";
import { LeadHeader } from "./LeadHeader";
import { LogLine } from "./LogLine";
import { OutreachNext } from "./OutreachNext";
import { DELETE_LEAD, LEAD, LEAD_CHANGES, TIMELINE } from "./operations";
import { RepliesAndMerges } from "./RepliesAndMerges";
import { SidePanel } from "./SidePanel";
import { Timeline } from "./Timeline";
import "./leads.css";

export type Lead = NonNullable<LeadQuery["lead"]>;

export function LeadPanel({ leadId }: { leadId: string }) {
  const open = useOpenLead();
  const [{ data, error, fetching }, ask] = useQuery({ query: LEAD, variables: { id: leadId } });
  const lead = data?.lead;
  return (
    <SidePanel title={lead?.name ?? "Lead"} close={() => open(undefined)}>
      {error && !lead && <Failed error={error} retry={() => ask({ requestPolicy: "network-only" })} />}
      {!lead && !error && (fetching ? <Skeleton height={400} /> : <Nothing title="This lead is gone" />)}
      {lead && <LeadView lead={lead} refresh={() => ask({ requestPolicy: "network-only" })} />}
    </SidePanel>
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
      <RepliesAndMerges lead={lead} changed={everything} />
      {mayWork && <More lead={lead} />}
    </Stack>
  );
}

const PAUSE = 500;

/** Do something soon after the lead changed, whoever changed it. */
function useChangesOf(lead: Lead, act: () => void) {
  const actSoon = useSoon(act, PAUSE);
  const variables = { campaignId: lead.campaign.id };
  useSubscription({ query: LEAD_CHANGES, variables }, (count: number = 0, { leads }) => {
    if (leads.leadId === lead.id) actSoon();
    return count + 1;
  });
}

function More({ lead }: { lead: Lead }) {
  const [asking, { open, close }] = useDisclosure();
  const [, remove] = useMutation(DELETE_LEAD);
  const openLead = useOpenLead();
  const act = async () => {
    const { data, error } = await remove({ id: lead.id });
    const refused = data?.deleteLeads.results.filter(({ outcome }) => outcome === "REFUSED") ?? [];
    const told = refused.map(({ message }) => ({ message: message ?? "The lead could not be deleted." }));
    if (!tellErrors([...(data?.deleteLeads.userErrors ?? []), ...told], error)) openLead(undefined);
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
