/** What a job's form holds, and which of it the chosen sources need or use. */
import type { DiscoveryCriteriaInput, Platform, SourcesQuery } from "../graphql/graphql";

export type Source = SourcesQuery["sources"][number];

export type CriteriaValues = {
  name: string;
  criteria: {
    platforms: Platform[];
    keywords: string[];
    roleContains: string;
    location: string;
    minFollowers: number | string;
    recentActivityDays: number | string;
    /** One address a line. */
    seedUrls: string;
    usernames: string[];
    maxProfiles: number | string;
  };
};

export const EMPTY: CriteriaValues = {
  name: "",
  criteria: {
    platforms: [],
    keywords: [],
    roleContains: "",
    location: "",
    minFollowers: "",
    recentActivityDays: "",
    seedUrls: "",
    usernames: [],
    maxProfiles: 200,
  },
};

/** As the server takes it: what was left empty is not asked. */
export function inputOf({ criteria }: CriteriaValues): DiscoveryCriteriaInput {
  return {
    platforms: criteria.platforms,
    keywords: criteria.keywords,
    roleContains: criteria.roleContains.trim() || null,
    location: criteria.location.trim() || null,
    minFollowers: numberOf(criteria.minFollowers),
    recentActivityDays: numberOf(criteria.recentActivityDays),
    seedUrls: lines(criteria.seedUrls),
    usernames: criteria.usernames,
    maxProfiles: numberOf(criteria.maxProfiles) ?? 200,
  };
}

/** Which fields the form shows besides those that every source understands. */
export function fieldsFor(sources: Source[]): { seedUrls: boolean; usernames: boolean } {
  const required = new Set(sources.flatMap((source) => source.capabilities?.requiredCriteria ?? []));
  const named = sources.some(({ capabilities }) => capabilities?.looksUp);
  return {
    seedUrls: required.has("seedUrls") || sources.some(({ platform }) => platform === "WEB"),
    usernames: required.has("usernames") || named,
  };
}

/** Where a criterion is applied: by the platform, or by us to what the platform gives. */
export function appliedBy(field: string, sources: Source[]): string | undefined {
  if (sources.length === 0) return undefined;
  const there = sources.filter(({ capabilities }) => capabilities?.platformCriteria.includes(field));
  if (there.length === 0) return "Counts in the match: compared with what is found.";
  if (there.length === sources.length) return "Asked of the source itself.";
  return "Asked of some sources; compared with what the others find.";
}

function lines(text: string): string[] {
  return text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter(Boolean);
}

function numberOf(given: number | string): number | null {
  return given === "" ? null : Number(given);
}
