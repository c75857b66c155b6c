/** The safety settings as a form holds them, and what of them was changed. */
import type { Channel, SafetySettingsInput, SettingsFieldsFragment, Weekday } from "../graphql/graphql";

type Figure = number | string;

export type ChannelValues = {
  channel: Channel;
  maxPerDay: Figure;
  minGapSeconds: Figure;
  gapSpreadSeconds: Figure;
  warmup: { enabled: boolean; start: Figure; increment: Figure; max: Figure };
};

export type SettingsValues = {
  channels: ChannelValues[];
  always: boolean;
  sendWindow: { days: Weekday[]; start: string; end: string; useLeadTimeZone: boolean };
  timeZone: string;
  maxPerDomainPerDay: Figure;
  leadFrequency: { days: Figure; maxMessages: Figure };
  ignorePlusTags: boolean;
};

export function valuesOf(settings: SettingsFieldsFragment): SettingsValues {
  const { sendWindow, leadFrequency } = settings;
  return {
    channels: settings.channels.map(({ channel, maxPerDay, minGapSeconds, gapSpreadSeconds, warmup }) => ({
      channel,
      maxPerDay,
      minGapSeconds,
      gapSpreadSeconds,
      warmup: {
        enabled: warmup.enabled,
        start: warmup.start ?? "",
        increment: warmup.increment ?? "",
        max: warmup.max ?? "",
      },
    })),
    always: sendWindow == null,
    sendWindow: {
      days: [...(sendWindow?.days ?? ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"])] as Weekday[],
      start: sendWindow?.start.slice(0, 5) ?? "09:00",
      end: sendWindow?.end.slice(0, 5) ?? "17:00",
      useLeadTimeZone: sendWindow?.useLeadTimeZone ?? false,
    },
    timeZone: settings.timeZone,
    maxPerDomainPerDay: settings.maxPerDomainPerDay ?? "",
    leadFrequency: { days: leadFrequency?.days ?? "", maxMessages: leadFrequency?.maxMessages ?? "" },
    ignorePlusTags: settings.ignorePlusTags,
  };
}

/** Only what differs from `before`: what is left out stays, also where somebody else changes it meanwhile. */
export function changesOf(before: SettingsValues, now: SettingsValues): Partial<SafetySettingsInput> {
  const differs = (field: keyof SettingsValues) => JSON.stringify(before[field]) !== JSON.stringify(now[field]);
  const channels = now.channels.filter((one, at) => JSON.stringify(one) !== JSON.stringify(before.channels[at]));
  return {
    ...(channels.length && { channels: channels.map(channelInput) }),
    ...((differs("always") || differs("sendWindow")) && { sendWindow: now.always ? null : now.sendWindow }),
    ...(differs("timeZone") && { timeZone: now.timeZone }),
    ...(differs("maxPerDomainPerDay") && { maxPerDomainPerDay: numberOf(now.maxPerDomainPerDay) }),
    ...(differs("leadFrequency") && { leadFrequency: frequency(now.leadFrequency) }),
    ...(differs("ignorePlusTags") && { ignorePlusTags: now.ignorePlusTags }),
  };
}

function channelInput({ channel, maxPerDay, minGapSeconds, gapSpreadSeconds, warmup }: ChannelValues) {
  return {
    channel,
    maxPerDay: numberOf(maxPerDay),
    minGapSeconds: numberOf(minGapSeconds),
    gapSpreadSeconds: numberOf(gapSpreadSeconds),
    warmup: {
      enabled: warmup.enabled,
      start: numberOf(warmup.start),
      increment: numberOf(warmup.increment),
      max: numberOf(warmup.max),
    },
  };
}

function frequency({ days, maxMessages }: SettingsValues["leadFrequency"]) {
  const given = { days: numberOf(days), maxMessages: numberOf(maxMessages) };
  return given.days === null && given.maxMessages === null ? null : given;
}

function numberOf(given: Figure): number | null {
  return given === "" ? null : Number(given);
}
