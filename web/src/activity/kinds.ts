/** What happened, in words. */
import type { ActivityKind } from "../graphql/graphql";

/** After the actor's name: "Ada *moved a lead to another stage*". */
export const SENTENCES: Record<ActivityKind, string> = {
  CAMPAIGN_CREATED: "created a campaign",
  CAMPAIGN_UPDATED: "changed a campaign",
  DISCOVERY_JOB_CREATED: "created a discovery job",
  DISCOVERY_JOB_QUEUED: "asked for a run of a discovery job",
  DISCOVERY_JOB_STARTED: "took up a discovery job",
  DISCOVERY_JOB_PROGRESSED: "went on with a discovery job",
  DISCOVERY_JOB_COMPLETED: "finished a discovery job",
  DISCOVERY_JOB_FAILED: "had to give up a discovery job",
  DISCOVERY_JOB_CANCELLED: "cancelled a discovery job",
  PROFILES_CONVERTED: "made leads of found people",
  LEAD_CREATED: "created a lead",
  LEAD_UPDATED: "changed a lead",
  LEAD_DELETED: "deleted a lead",
  LEAD_STAGE_CHANGED: "moved a lead to another stage",
  LEADS_MERGED: "merged leads",
  MERGE_UNDONE: "undid a merge",
  CONTACT_EVENT_LOGGED: "logged a contact",
  CONTACT_EVENT_UPDATED: "changed a logged contact",
  CONTACT_EVENT_DELETED: "deleted a logged contact",
  APPOINTMENT_CREATED: "booked an appointment",
  APPOINTMENT_UPDATED: "changed an appointment",
  APPOINTMENT_RESCHEDULED: "moved an appointment",
  APPOINTMENT_CANCELLED: "called off an appointment",
  APPOINTMENT_COMPLETED: "had an appointment",
  APPOINTMENT_MISSED: "waited in vain at an appointment",
  HOST_CREATED: "added a host",
  HOST_UPDATED: "changed a host",
  CALENDAR_FEED_OPENED: "opened a calendar feed",
  CALENDAR_FEED_REVOKED: "closed a calendar feed",
  LEAD_IMPORT_CREATED: "asked for an import",
  LEAD_IMPORT_STARTED: "took up an import",
  LEAD_IMPORT_PROGRESSED: "went on with an import",
  LEAD_IMPORT_COMPLETED: "finished an import",
  LEAD_IMPORT_FAILED: "had to give up an import",
  LEAD_IMPORT_CANCELLED: "cancelled an import",
  LEADS_EXPORTED: "exported leads",
  SUPPRESSIONS_ADDED: "added suppressions",
  SUPPRESSION_REMOVED: "removed a suppression",
  SAFETY_SETTINGS_UPDATED: "changed the safety settings",
  OUTREACH_PAUSED: "stopped all outreach",
  OUTREACH_RESUMED: "let outreach go on",
  MESSAGE_TEMPLATE_CREATED: "created a template",
  MESSAGE_TEMPLATE_UPDATED: "changed a template",
  MESSAGE_TEMPLATE_DELETED: "deleted a template",
  OUTREACH_SCHEDULED: "enrolled leads in a sequence",
  OUTREACH_STOPPED: "ended a lead's sequence",
  OUTREACH_MESSAGE_SCHEDULED: "scheduled a message",
  OUTREACH_MESSAGE_SENT: "sent a message",
  OUTREACH_MESSAGE_PREVIEWED: "kept a message as a preview",
  OUTREACH_MESSAGE_FAILED: "could not deliver a message",
  OUTREACH_MESSAGE_SKIPPED: "left out a message, by a rule",
  OUTREACH_MESSAGE_UNKNOWN: "does not know whether a message went out",
  OUTREACH_MESSAGE_SETTLED: "said whether a message went out",
  OUTREACH_TASK_CREATED: "left a message for a person to send",
  OUTREACH_TASK_COMPLETED: "dealt with a message by hand",
  REPLY_RECORDED: "recorded a reply",
  API_TOKEN_CREATED: "gave somebody an API token",
  API_TOKEN_REVOKED: "revoked an API token",
  TRUSTED_DOCUMENT_ADDED: "registered a document",
  TRUSTED_DOCUMENT_REMOVED: "removed a document",
};

/** In words, also for a kind which a newer server tells of. */
export function sentence(kind: string): string {
  return SENTENCES[kind as ActivityKind] ?? kind.toLowerCase().replaceAll("_", " ");
}

const STARTS: Record<string, string[]> = {
  campaigns: ["CAMPAIGN_"],
  discovery: ["DISCOVERY_JOB_", "PROFILES_"],
  leads: ["LEAD_CREATED", "LEAD_UPDATED", "LEAD_DELETED", "LEAD_STAGE_CHANGED", "LEADS_", "MERGE_"],
  contacts: ["CONTACT_EVENT_", "REPLY_"],
  appointments: ["APPOINTMENT_", "HOST_", "CALENDAR_FEED_"],
  imports: ["LEAD_IMPORT_", "LEADS_EXPORTED"],
  outreach: ["OUTREACH_", "MESSAGE_TEMPLATE_"],
  safety: ["SUPPRESSION", "SAFETY_SETTINGS_", "OUTREACH_PAUSED", "OUTREACH_RESUMED"],
  access: ["API_TOKEN_", "TRUSTED_DOCUMENT_"],
};

/** What the filter offers. */
export const GROUPS = [
  { value: "campaigns", label: "Campaigns" },
  { value: "discovery", label: "Discovery" },
  { value: "leads", label: "Leads" },
  { value: "contacts", label: "Contacts and replies" },
  { value: "appointments", label: "Appointments" },
  { value: "imports", label: "Imports and exports" },
  { value: "outreach", label: "Outreach" },
  { value: "safety", label: "Safety" },
  { value: "access", label: "Access" },
];

/** The kinds of a group; undefined where all are wanted. */
export function kindsOf(group: string | undefined): ActivityKind[] | undefined {
  const starts = group && STARTS[group];
  if (!starts) return undefined;
  return (Object.keys(SENTENCES) as ActivityKind[]).filter((kind) => starts.some((start) => kind.startsWith(start)));
}
