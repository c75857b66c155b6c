import { expect, test } from "vitest";
import { delayInWords } from "./delays";

test.each([
  [1, 0, "at once"],
  [2, 0, "right after it"],
  [2, 4_320, "3 days later"],
  [2, 1_440, "1 day later"],
  [2, 90, "90 minutes later"],
  [2, 120, "2 hours later"],
])("step %i after %i minutes is told as “%s”", (number, minutes, told) => {
  expect(delayInWords(number, minutes)).toBe(told);
});
