/** What is known of a lead, as people call it. */
import type { Lead } from "./LeadPanel";

/** What a person can correct, in the order in which it is shown. */
export const FACTS = [
  "name",
  "email",
  "phone",
  "role",
  "company",
  "location",
  "timeZone",
  "website",
  "owner",
  "notes",
] as const satisfies readonly (keyof Lead)[];
export type Fact = (typeof FACTS)[number];

export const FACT_NAMES: Record<Fact, string> = {
  name: "Name",
  email: "E-mail",
  phone: "Phone",
  role: "Role",
  company: "Company",
  location: "Place",
  timeZone: "Time zone",
  website: "Website",
  owner: "Owner",
  notes: "Notes",
};

export const SOURCE_NAMES: Record<Lead["source"], string> = {
  DISCOVERY: "found by a job",
  IMPORT: "imported",
  MANUAL: "entered by hand",
  FORM: "filled in by the lead",
};
