import type { ImportField, ImportKey } from "../graphql/graphql";

/** What a column of a file can fill. */
export const FIELDS: { value: ImportField; label: string }[] = [
  { value: "NAME", label: "Name" },
  { value: "FIRST_NAME", label: "First name" },
  { value: "LAST_NAME", label: "Last name" },
  { value: "EMAIL", label: "E-mail" },
  { value: "PHONE", label: "Phone" },
  { value: "COMPANY", label: "Company" },
  { value: "ROLE", label: "Role" },
  { value: "LOCATION", label: "Place" },
  { value: "TIME_ZONE", label: "Time zone" },
  { value: "WEBSITE", label: "Website" },
  { value: "SCORE", label: "Match" },
  { value: "STAGE", label: "Stage of a new lead" },
  { value: "TAGS", label: "Labels" },
  { value: "NOTES", label: "Notes" },
  { value: "OWNER", label: "Owner" },
  { value: "DO_NOT_CONTACT", label: "Do not contact" },
  { value: "EXTERNAL_ID", label: "Id elsewhere" },
  { value: "LEAD_ID", label: "Lead’s own id" },
];

/** By what a row is recognised as a lead that is there. */
export const KEYS: { value: ImportKey; label: string }[] = [
  { value: "EXTERNAL_ID", label: "id elsewhere" },
  { value: "EMAIL", label: "e-mail" },
  { value: "PHONE", label: "phone" },
];
