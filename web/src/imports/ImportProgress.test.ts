import { expect, test } from "vitest";
import type { ImportLineFragment } from "../graphql/graphql";
import { counts } from "./ImportProgress";

const line = (given: Partial<ImportLineFragment>) =>
  ({ createdCount: 0, updatedCount: 0, unchangedCount: 0, rejectedCount: 0, ...given }) as ImportLineFragment;

test("only what there is of is counted", () => {
  expect(counts(line({ createdCount: 1200, rejectedCount: 3 }))).toBe(`${(1200).toLocaleString()} created, 3 rejected`);
  expect(counts(line({}))).toBe("none yet");
});
