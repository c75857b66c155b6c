import { expect, test } from "vitest";
import type { Weekday } from "../graphql/graphql";
import { isOpen } from "./WindowGrid";

const OFFICE = { days: ["MONDAY", "FRIDAY"] as Weekday[], start: "09:30:00", end: "17:00:00" };
const NIGHT = { days: ["SUNDAY"] as Weekday[], start: "22:00:00", end: "02:00:00" };

test.each([
  [0, 8, false],
  [0, 9, true],
  [0, 16, true],
  [0, 17, false],
  [1, 12, false],
])("on day %i at %i the office's window is open: %s", (day, hour, open) => {
  expect(isOpen(OFFICE, day, hour)).toBe(open);
});

test("a window past midnight goes on the next day, and from Sunday into Monday", () => {
  expect(isOpen(NIGHT, 6, 23)).toBe(true);
  expect(isOpen(NIGHT, 0, 1)).toBe(true);
  expect(isOpen(NIGHT, 0, 2)).toBe(false);
  expect(isOpen(NIGHT, 6, 1)).toBe(false);
});

test("midnight as an end is the end of the day", () => {
  expect(isOpen({ ...OFFICE, end: "00:00:00" }, 0, 23)).toBe(true);
});
