import { expect, test } from "vitest";
import { city, clock, exactly, fromNow } from "./zones";

const NOON = Date.parse("2026-11-23T12:00:00Z");

test.each([
  ["2026-11-23T11:59:40Z", "just now"],
  ["2026-11-23T12:00:20Z", "in a moment"],
  ["2026-11-23T09:00:00Z", "3 hours ago"],
  ["2026-11-25T12:00:00Z", "in 2 days"],
  ["2025-11-23T12:00:00Z", "last year"],
])("%s is told as %s", (instant, told) => {
  expect(fromNow(instant, NOON)).toBe(told);
});

test("a time of another zone names it", () => {
  expect(exactly("2026-11-23T09:00:00Z", "Asia/Tokyo")).toBe("Mon, 23 Nov 2026, 18:00 Tokyo");
});

test("a clock is that of the zone", () => {
  expect(clock("2026-07-01T09:00:00Z", "Europe/Lisbon")).toBe("10:00");
});

test("zones are called by their city", () => {
  expect(city("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
});
