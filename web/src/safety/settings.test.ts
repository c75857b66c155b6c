import { expect, test } from "vitest";
import type { SettingsFieldsFragment } from "../graphql/graphql";
import { changesOf, valuesOf } from "./settings";

const SETTINGS = {
  timeZone: "Europe/Lisbon",
  ignorePlusTags: true,
  maxPerDomainPerDay: null,
  leadFrequency: { days: 7, maxMessages: 2 },
  sendWindow: null,
  channels: [
    {
      channel: "EMAIL",
      maxPerDay: 20,
      minGapSeconds: 60,
      gapSpreadSeconds: 30,
      warmup: { enabled: false, start: null, increment: null, max: null },
    },
  ],
} as unknown as SettingsFieldsFragment;
const before = valuesOf(SETTINGS);

test("what was not touched is not sent", () => {
  expect(changesOf(before, valuesOf(SETTINGS))).toEqual({});
});

test("a channel with another number is sent whole, and nothing besides", () => {
  const now = { ...before, channels: before.channels.map((one) => ({ ...one, maxPerDay: 40 })) };
  expect(changesOf(before, now)).toEqual({
    channels: [expect.objectContaining({ channel: "EMAIL", maxPerDay: 40, minGapSeconds: 60 })],
  });
});

test("a limit that was emptied is taken away, and a window that was opened is none", () => {
  const emptied = { ...before, leadFrequency: { days: "", maxMessages: "" } };
  expect(changesOf(before, emptied)).toEqual({ leadFrequency: null });
  const hours = { ...before, always: false };
  expect(changesOf(hours, before)).toEqual({ sendWindow: null });
});
