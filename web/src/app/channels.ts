import type { Channel } from "../graphql/graphql";

const NAMES: Record<Channel, string> = {
  EMAIL: "E-mail",
  INSTAGRAM: "Instagram",
  LINKEDIN: "LinkedIn",
  OTHER: "Other",
  PHONE: "Phone",
  TWITTER: "X (Twitter)",
};

/** What people call a channel. */
export function channelName(channel: Channel): string {
  return NAMES[channel];
}
