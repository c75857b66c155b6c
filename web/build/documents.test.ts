import { expect, test } from "vitest";
import { gather, withTexts } from "./documents.ts";

const NAMES = "const NAMES = graphql(`fragment Names on Lead { name campaign { ...Titles } }`);";
const TITLES = "export const TITLES = graphql(`\n  fragment Titles on Campaign {\n    name\n  }\n`);";

function written(code: string): string {
  const fragments = new Map();
  for (const one of [NAMES, TITLES]) gather(one, fragments);
  return withTexts(code, fragments);
}

test("an operation becomes its text, and the rest of the code stays", () => {
  const code = "const VIEWER = graphql(`\n  query Viewer {\n    viewer { name }\n  }\n`);\nuse(VIEWER);";
  expect(written(code)).toBe('const VIEWER = "query Viewer{viewer{name}}";\nuse(VIEWER);');
});

test("an operation brings each fragment that it spreads, and those that these spread, once", () => {
  const text = written("graphql(`query Two { a: lead { ...Names } b: lead { ...Names campaign { ...Titles } } }`)");
  expect(text).toContain("query Two{a:lead{...Names}b:lead{...Names campaign{...Titles}}}");
  expect(text.match(/fragment \w+/g)).toEqual(["fragment Names", "fragment Titles"]);
});

test("a fragment by itself is parsed, as the cache wants it", () => {
  const [, document] = written(TITLES).match(/= (.*);/) ?? [];
  expect(JSON.parse(document ?? "").definitions[0].name.value).toBe("Titles");
});
