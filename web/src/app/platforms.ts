import type { Platform } from "../graphql/graphql";

const NAMES: Record<Platform, string> = {
  BLUESKY: "Bluesky",
  GITHUB: "GitHub",
  INSTAGRAM: "Instagram",
  LINKEDIN: "LinkedIn",
  MASTODON: "Mastodon",
  TWITTER: "X (Twitter)",
  WEB: "Web pages",
};

/** What people call a platform. */
export function platformName(platform: Platform): string {
  return NAMES[platform] ?? platform;
}
