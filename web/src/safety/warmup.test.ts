import { expect, test } from "vitest";
import { warmupDay, warmupDays } from "./warmup";

const WARMUP = { enabled: true, start: 10, increment: 5, max: 24 };

test("the limit grows by the increment until the highest, which the channel's own bounds", () => {
  expect(warmupDays(WARMUP, 100)).toEqual([10, 15, 20, 24]);
  expect(warmupDays(WARMUP, 18)).toEqual([10, 15, 18]);
});

test("one that is off, or does not grow, has no days", () => {
  expect(warmupDays({ ...WARMUP, enabled: false }, 100)).toEqual([]);
  expect(warmupDays({ ...WARMUP, increment: 0 }, 100)).toEqual([]);
});

test("a slow one is drawn for sixty days", () => {
  expect(warmupDays({ enabled: true, start: 1, increment: 1, max: 1000 }, 1000)).toHaveLength(60);
});

test("today is known by what it allows", () => {
  const days = warmupDays(WARMUP, 100);
  expect(warmupDay(days, 15)).toBe(1);
  expect(warmupDay(days, 24)).toBe(3);
});
