/**
 * Operations stand where they are used: graphql(`…`) becomes its text. As generated, one table has those of all pages,
 * parsed, and whoever opens the first page would load it. urql parses a text when it is first asked.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
} from "graphql";
import type { Plugin } from "vite";

type Fragments = Map<string, FragmentDefinitionNode>;

const CALL = /\bgraphql\(\s*`([^`]*)`,?\s*\)/g;
const GENERATED = /\/src\/graphql\//;

export function documents(): Plugin {
  const sources = path.resolve(import.meta.dirname, "../src");
  const fragments: Fragments = new Map();
  return {
    name: "cam-documents",
    apply: "build",
    enforce: "pre",
    buildStart() {
      for (const file of sourcesBelow(sources)) gather(readFileSync(file, "utf8"), fragments);
    },
    transform(code, id) {
      if (!id.startsWith(sources)) return null;
      if (GENERATED.test(id)) return { code, map: null, moduleSideEffects: false };
      const written = withTexts(code, fragments);
      if (/\bgraphql\(/.test(written)) this.error(`${id}: write operations in one piece, graphql(\`query …\`).`);
      return written === code ? null : { code: written, map: null };
    },
  };
}

function sourcesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(folder, name));
}

/** Note the fragments that are written in this code. */
export function gather(code: string, fragments: Fragments): void {
  for (const [, text = ""] of code.matchAll(CALL)) {
    for (const one of parse(text).definitions) {
      if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
    }
  }
}

/** The code with its operations as texts. */
export function withTexts(code: string, fragments: Fragments): string {
  return code.replace(CALL, (_, text: string) => literal(parse(text, { noLocation: true }), fragments));
}

/** The text of an operation and of all fragments it spreads. Fragments alone are for the cache, which wants them parsed. */
function literal(document: DocumentNode, fragments: Fragments): string {
  const isOperation = document.definitions.some((one) => one.kind === Kind.OPERATION_DEFINITION);
  const definitions = new Set(document.definitions);
  for (const one of definitions) {
    // What is added meanwhile is gone through, too.
    visit(one, {
      FragmentSpread: ({ name }) => {
        const spread = fragments.get(name.value);
        if (spread) definitions.add(spread);
      },
    });
  }
  const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions: [...definitions] };
  return JSON.stringify(isOperation ? stripIgnoredCharacters(print(whole)) : whole);
}
