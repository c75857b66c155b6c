import { expect, test } from "vitest";
import { lanes } from "./lanes";

const block = (begin: number, end: number) => ({ begin, end });

test("what overlaps nothing has the whole width", () => {
  expect(lanes([block(9, 10), block(10, 11)])).toEqual([
    { lane: 0, of: 1 },
    { lane: 0, of: 1 },
  ]);
});

test("what overlaps stands side by side, in whatever order it comes", () => {
  expect(lanes([block(9.5, 11), block(9, 10)])).toEqual([
    { lane: 1, of: 2 },
    { lane: 0, of: 2 },
  ]);
});

test("a lane that has become free is used again, and all who hang together are of one width", () => {
  expect(lanes([block(9, 10), block(9.5, 12), block(10, 11), block(12, 13)])).toEqual([
    { lane: 0, of: 2 },
    { lane: 1, of: 2 },
    { lane: 0, of: 2 },
    { lane: 0, of: 1 },
  ]);
});

test("nothing is nothing", () => {
  expect(lanes([])).toEqual([]);
});
