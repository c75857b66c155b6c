/** What a visit loads, by Vite's manifest, as gzip has it: the longer of the two forms, and the only one without TLS. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

const FILES = path.resolve(import.meta.dirname, "../../cam_graphql/console/files");
/** In bytes. The first visit is the frame and one page, whichever it is. */
const MOST = { firstVisit: 300_000, page: 60_000 };

const manifest = JSON.parse(readFileSync(path.join(FILES, ".vite/manifest.json"), "utf8"));

/** Names of a chunk and of all that is loaded with it. */
function loadedWith(name, found = new Set()) {
  if (!found.has(name)) {
    found.add(name);
    for (const other of manifest[name].imports ?? []) loadedWith(other, found);
  }
  return found;
}

/** Bytes of what these chunks are: scripts, styles, and the icon, but not fonts and workers, which are loaded when used. */
function bytes(names) {
  const files = new Set([...names].flatMap((name) => [manifest[name].file, ...(manifest[name].css ?? [])]));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(FILES, file)), { level: 9 }).length, 0);
}

const frame = loadedWith("index.html");
const pages = [...(manifest["index.html"].dynamicImports ?? [])].map((name) => {
  const more = [...loadedWith(name)].filter((one) => !frame.has(one));
  return { name: path.basename(name).replace(/\.tsx$/, ""), bytes: bytes(more) };
});
const document = gzipSync(readFileSync(path.join(FILES, "index.html"))).length;
const rows = [{ name: "the frame", bytes: document + bytes(frame) }, ...pages.sort((a, b) => b.bytes - a.bytes)];
const largest = Math.max(0, ...pages.map((page) => page.bytes));
const firstVisit = rows[0].bytes + largest;

const tell = (name, size, most) =>
  process.stdout.write(
    `  ${name.padEnd(24)}${(size / 1000).toFixed(1).padStart(7)} kB${most ? ` of ${most / 1000}` : ""}\n`,
  );
process.stdout.write("What the console loads, compressed by gzip:\n");
for (const row of rows) tell(row.name, row.bytes, row === rows[0] ? undefined : MOST.page);
tell("a first visit, at most", firstVisit, MOST.firstVisit);

const over = pages.filter((page) => page.bytes > MOST.page).map((page) => page.name);
if (firstVisit > MOST.firstVisit) over.push("the first visit");
if (over.length > 0) {
  process.stderr.write(`Too much is loaded by ${over.join(", ")}: load by import() what is not seen at once.\n`);
  process.exitCode = 1;
}
