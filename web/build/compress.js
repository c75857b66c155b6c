/** Beside each file of the build its compressed forms, where they save something: the server sends, and never compresses. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const FILES = path.resolve(import.meta.dirname, "../../cam_graphql/console/files");
/** Fonts and pictures of other kinds are compressed already. */
const TEXT = /\.(?:css|html|js|json|svg|ttf)$/;
/** The best, 11, takes twice as long for 2 % less. */
const QUALITY = 10;
const LEAST_BYTES = 1000;
const LEAST_SAVING = 0.1;

const forms = {
  ".br": (content) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
  ".gz": (content) => promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }),
};

async function compress(file) {
  const content = readFileSync(file);
  if (content.length < LEAST_BYTES) return;
  for (const [ending, compressed] of Object.entries(forms)) {
    const shorter = await compressed(content);
    if (shorter.length < content.length * (1 - LEAST_SAVING)) writeFileSync(file + ending, shorter);
  }
}

const names = readdirSync(FILES, { recursive: true, encoding: "utf8" });
const files = names.filter((name) => TEXT.test(name) && !name.startsWith("."));
await Promise.all(files.map((name) => compress(path.join(FILES, name))));
