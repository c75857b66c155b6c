import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { GROUPS, kindsOf, SENTENCES, sentence } from "./kinds";

const [, listed = ""] = /enum ActivityKind \{([^}]*)\}/.exec(readFileSync("../schema.graphql", "utf8")) ?? [];
const kinds = listed.match(/^ {2}[A-Z_]+$/gm)?.map((name) => name.trim()) ?? [];

test("every kind of the schema is told in words", () => {
  expect(kinds.length).toBeGreaterThan(50);
  expect(Object.keys(SENTENCES).sort()).toEqual([...kinds].sort());
});

test("a kind of a newer server is readable", () => {
  expect(sentence("ROCKET_LAUNCHED")).toBe("rocket launched");
});

test("the filter's groups leave no kind out", () => {
  const found = GROUPS.flatMap(({ value }) => kindsOf(value) ?? []);
  expect([...new Set(found)].sort()).toEqual([...kinds].sort());
});
