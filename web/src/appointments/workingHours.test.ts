import { expect, test } from "vitest";
import { hoursOf, spansOf } from "./workingHours";

test("what is shown is read back as it was", () => {
  const spans = [
    { start: "09:00", end: "12:30" },
    { start: "14:00", end: "18:00" },
  ];
  expect(spansOf(hoursOf(spans))).toEqual(spans);
});

test.each(["nine to five", "09:00", "09:00–12:00–13:00"])("%s is not taken for hours", (text) => {
  expect(spansOf(text)).toBeUndefined();
});

test("a short hour is written out, and nothing is a day without work", () => {
  expect(spansOf("9:00-17:00")).toEqual([{ start: "09:00", end: "17:00" }]);
  expect(spansOf(" ")).toEqual([]);
});
