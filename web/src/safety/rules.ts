import type { SafetyRule } from "../graphql/graphql";

const NAMES: Record<SafetyRule, string> = {
  OUTREACH_PAUSED: "all outreach is stopped",
  DO_NOT_CONTACT: "do not contact",
  SUPPRESSION: "suppressed",
  ADDRESS: "no address to write to",
  STAGE: "the lead's stage",
  CAMPAIGN: "the campaign's state",
  SEND_WINDOW: "outside the window",
  CHANNEL_LIMIT: "the channel's limit",
  WARMUP: "warming up",
  CAMPAIGN_LIMIT: "the campaign's limit",
  DOMAIN_LIMIT: "the limit of one domain",
  LEAD_FREQUENCY: "written to lately",
  GAP: "the gap between two messages",
};

/** A rule, as people say it after "deferred:". */
export function ruleName(rule: SafetyRule): string {
  return NAMES[rule];
}
