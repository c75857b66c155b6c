import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// `npm run dev` serves the sources, and passes what is the server's on to one which runs on CAM_URL.
const server = process.env.CAM_URL ?? "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../cam_graphql/console/files",
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
    rollupOptions: { input: ["index.html", "graphiql.html"] },
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
