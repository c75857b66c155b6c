import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { documents } from "./build/documents.ts";
import { mantineStyles } from "./build/styles.ts";

// `npm run dev` serves the sources, and passes what is the server's on to one which runs on CAM_URL.
const server = process.env.CAM_URL ?? "http://127.0.0.1:8000";

/** Packages of the frame, in files of their own: they stay in browsers' caches while pages change. */
const vendors = [
  { name: "react", test: /node_modules\/(?:react|react-dom|scheduler)\// },
  { name: "mantine", test: /node_modules\/(?:@mantine|@floating-ui)\//, tags: ["$initial" as const] },
  { name: "data", test: /node_modules\/(?:urql|@urql|wonka|@0no-co)\// },
  { name: "router", test: /node_modules\/@tanstack\/(?:react-router|router-core|react-store|store|history)\// },
];

export default defineConfig({
  plugins: [documents(), mantineStyles(), react()],
  build: {
    outDir: "../cam_graphql/console/files",
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      input: ["index.html", "graphiql.html"],
      output: { codeSplitting: { groups: vendors } },
      // Of GraphiQL's own files, for a compiler of React that nobody runs on them here.
      onwarn: (warning, tell) => warning.code === "MODULE_LEVEL_DIRECTIVE" || tell(warning),
    },
  },
  worker: { format: "es" },
  server: {
    proxy: Object.fromEntries(
      ["/graphql", "/uploads", "/exports", "/calendars"].map((path) => [
        path,
        { target: server, ws: true, changeOrigin: true },
      ]),
    ),
  },
  test: {
    environment: "happy-dom",
    setupFiles: ["src/testing.tsx"],
    css: false,
  },
});
