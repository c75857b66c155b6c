import type { SuppressionKind, SuppressionSource } from "../graphql/graphql";

export const KINDS: { value: SuppressionKind; label: string }[] = [
  { value: "EMAIL", label: "e-mail" },
  { value: "DOMAIN", label: "domain" },
  { value: "PHONE", label: "phone" },
  { value: "HANDLE", label: "account" },
  { value: "LEAD", label: "lead" },
];

export const SOURCES: { value: SuppressionSource; label: string }[] = [
  { value: "MANUAL", label: "by hand" },
  { value: "IMPORT", label: "imported" },
  { value: "UNSUBSCRIBE", label: "unsubscribed" },
  { value: "BOUNCE", label: "bounced" },
  { value: "REPLY", label: "replied so" },
  { value: "ERASURE", label: "erased" },
];

export function kindName(kind: SuppressionKind): string {
  return KINDS.find(({ value }) => value === kind)?.label ?? kind;
}

export function sourceName(source: SuppressionSource): string {
  return SOURCES.find(({ value }) => value === source)?.label ?? source;
}
