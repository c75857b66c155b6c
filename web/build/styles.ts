/**
 * Of Mantine's styles those of components which are used, in Mantine's own order. All of them would be a seventh of
 * what a first visit may load.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const NAMED = /\b(?:import|export)\s*\{([^}]*)\}\s*from\s*"([^"]+)"/g;
const ALWAYS = ["baseline", "default-css-variables", "global"];

export function mantineStyles(): Plugin {
  const here = path.resolve(import.meta.dirname, "..");
  const packages = path.join(here, "node_modules/@mantine");
  const all = path.join(packages, "core/styles.css");
  return {
    name: "cam-mantine-styles",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (id.split("?")[0] !== all) return null;
      const used = new Set([...ALWAYS, ...styled(componentsUsed(path.join(here, "src"), packages), packages)]);
      return withoutOthers(readFileSync(all, "utf8"), path.join(packages, "core/styles"), used);
    },
  };
}

function filesBelow(folder: string, ending: RegExp): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => ending.test(name)).map((name) => path.join(folder, name));
}

/** What a file takes from where, such as `Button` from `@mantine/core`. */
function namesTaken(file: string): [string, string][] {
  const taken = [...readFileSync(file, "utf8").matchAll(NAMED)];
  return taken.flatMap(([, names = "", from = ""]) =>
    names.split(",").map((name): [string, string] => [name.trim().replace(/^type |\s+as .*$/g, ""), from]),
  );
}

/** Names taken from Mantine's core, by us and by those packages of Mantine's that we use. */
function componentsUsed(sources: string, packages: string): Set<string> {
  const ours = filesBelow(sources, /\.tsx?$/).flatMap(namesTaken);
  const others = new Set(ours.map(([, from]) => from.match(/^@mantine\/(?!core$|hooks$|form$)[a-z-]+$/)?.[0]));
  const theirs = [...others].flatMap((name) =>
    name ? filesBelow(path.join(packages, "..", name, "esm"), /\.mjs$/).flatMap(namesTaken) : [],
  );
  return new Set([...ours, ...theirs].filter(([, from]) => from === "@mantine/core").map(([name]) => name));
}

/** Names of the styles which these components need, and those they are made of. */
export function styled(components: Set<string>, packages: string): Set<string> {
  const index = path.join(packages, "core/esm/index.mjs");
  const files = namesTaken(index).filter(([name, from]) => components.has(name) && from.startsWith("."));
  const reached = new Set(files.map(([, from]) => path.resolve(path.dirname(index), from)));
  for (const file of reached) {
    // What is added meanwhile is gone through, too.
    for (const [, from = ""] of readFileSync(file, "utf8").matchAll(/\bfrom "(\.[^"]+)"/g)) {
      reached.add(path.resolve(path.dirname(file), from));
    }
  }
  return new Set([...reached].flatMap((file) => file.match(/(\w+)\.module\.mjs$/)?.[1] ?? []));
}

function withoutOthers(styles: string, folder: string, used: Set<string>): string {
  const others = filesBelow(folder, /^\w+\.css$/).filter((file) => !used.has(path.basename(file, ".css")));
  return others.reduce((left, file) => left.replace(readFileSync(file, "utf8").trim(), ""), styles);
}
