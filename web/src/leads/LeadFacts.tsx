/** What is known of a lead, where it comes from, and how it is corrected. */
import { Anchor, Title, Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import { useMay } from "../app/viewer";
import { Ago } from "../time/Ago";
import { ZONES } from "../time/zoneNames";
import { clock, exactly, OWN_ZONE } from "../time/zones";
import { EditInPlace } from "./EditInPlace";
import { FACT_NAMES, FACTS, type Fact, SOURCE_NAMES } from "./factWords";
import type { Lead } from "./LeadPanel";
import { Tags } from "./Tags";
import { useCorrectLead } from "./useCorrectLead";

export function LeadFacts({ lead }: { lead: Lead }) {
  const mayWork = useMay("OPERATOR");
  return (
    <section>
      <Title order={3} fz="sm" mb={4}>
        Facts
      </Title>
      <dl className="cam-facts">
        {FACTS.filter((fact) => mayWork || lead[fact]).map((fact) => (
          <Line key={fact} name={FACT_NAMES[fact]}>
            {mayWork ? <Correctable lead={lead} fact={fact} /> : lead[fact]}
            <Beside lead={lead} fact={fact} />
          </Line>
        ))}
        {(mayWork || lead.tags.length > 0) && (
          <Line name="Labels">{mayWork ? <Tags lead={lead} /> : lead.tags.join(", ")}</Line>
        )}
        {lead.bio && <Line name="About">{lead.bio}</Line>}
        {lead.followers != null && (
          <Line name="Followers">
            {lead.followers.toLocaleString("en")}
            <Origin lead={lead} field="followers" />
          </Line>
        )}
        <Line name="Came in">
          {SOURCE_NAMES[lead.source]} <Ago at={lead.createdAt} /> in {lead.campaign.name}
        </Line>
      </dl>
    </section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Correctable({ lead, fact }: { lead: Lead; fact: Fact }) {
  const correct = useCorrectLead(lead);
  return (
    <EditInPlace
      name={FACT_NAMES[fact]}
      value={lead[fact]}
      version={lead.version}
      save={(value, version) => correct(fact, value, version)}
      multiline={fact === "notes"}
      suggestions={fact === "timeZone" ? ZONES : undefined}
    />
  );
}

/** What stands beside a fact: the time there, a way to the site, and where it was read. */
function Beside({ lead, fact }: { lead: Lead; fact: Fact }) {
  return (
    <>
      {fact === "timeZone" && lead.timeZone && lead.timeZone !== OWN_ZONE && (
        <span> now {clock(new Date().toISOString(), lead.timeZone)} there</span>
      )}
      {fact === "website" && lead.website && <Outside href={lead.website}>open</Outside>}
      <Origin lead={lead} field={fact} />
    </>
  );
}

function Origin({ lead, field }: { lead: Lead; field: string }) {
  const origin = lead.provenance.find((one) => one.field === field);
  if (!origin) return null;
  return (
    <Tooltip
      multiline
      maw={340}
      events={{ hover: true, focus: true, touch: true }}
      label={`Read by ${origin.method} from ${origin.sourceUrl}, ${exactly(origin.retrievedAt)}`}
    >
      <Outside href={origin.sourceUrl}>source</Outside>
    </Tooltip>
  );
}

function Outside({ href, children, ...others }: { href: string; children: ReactNode }) {
  return (
    <Anchor {...others} href={href} target="_blank" rel="noreferrer noopener" size="xs" ml={8} underline="always">
      {children}
    </Anchor>
  );
}
