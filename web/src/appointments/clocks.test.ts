import { expect, test } from "vitest";
import { allClocks, instantOf } from "./clocks";

const NINE = "2026-11-23T09:00:00Z";

test("one time is enough where every clock shows it", () => {
  const people = [{ zone: "Europe/London", whose: "Rosa" }];
  expect(allClocks(NINE, "Europe/Lisbon", people, "Europe/Lisbon")).toBe("09:00");
});

test("each clock that shows another time is named once", () => {
  const people = [
    { zone: "Europe/Lisbon", whose: "Rosa" },
    { zone: "Asia/Tokyo", whose: "Ada" },
  ];
  expect(allClocks(NINE, "Europe/Lisbon", people, "Europe/Berlin")).toBe(
    "09:00 Lisbon · 10:00 yours · 18:00 Tokyo (Ada)",
  );
});

test("where the time agreed is one's own, it is called so", () => {
  const people = [{ zone: "Asia/Tokyo", whose: "Ada" }];
  expect(allClocks(NINE, "Europe/Lisbon", people, "Europe/London")).toBe("09:00 yours · 18:00 Tokyo (Ada)");
});

test("another day is said", () => {
  const late = "2026-11-23T22:00:00Z"; // a Monday
  expect(allClocks(late, "Europe/Lisbon", [], "Asia/Tokyo")).toBe("22:00 Lisbon · Tue 07:00 yours");
});

test("a clock's time is a moment", () => {
  expect(instantOf("2026-07-01T09:30", "Europe/Lisbon")).toBe("2026-07-01T08:30:00.000Z");
  expect(instantOf("2026-07-01T09:30", "Asia/Kathmandu")).toBe("2026-07-01T03:45:00.000Z");
});

test("what clocks skip is no moment, and what they show twice is the first", () => {
  expect(instantOf("2026-03-29T01:30", "Europe/Lisbon")).toBeUndefined();
  expect(instantOf("2026-10-25T01:30", "Europe/Lisbon")).toBe("2026-10-25T00:30:00.000Z");
});

test("what is half typed is no moment", () => {
  expect(instantOf("", "Europe/Lisbon")).toBeUndefined();
  expect(instantOf("2026-07-01T09:30", "Europe/Lis")).toBeUndefined();
});
