// How the desk's pages are built: files that `pacta serve` hands out from dist/web, with nothing inline, so that its policy against scripts of
// others (CSP) can be strict.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Where the API answers while somebody works on the pages with `npm run web`. */
const API = process.env["PACTA_DESK_API"] ?? "http://127.0.0.1:7480";

export default defineConfig({
  root: "src/web",
  plugins: [react()],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2023",
    sourcemap: false,
    rollupOptions: {
      input: { index: "src/web/index.html", sw: "src/web/worker/worker.ts" },
      // The worker's place is its scope, and its name must not change with what it does: browsers come back for it.
      output: { entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js") },
    },
  },
  server: { host: "127.0.0.1", proxy: { "/api": API, "/openapi.json": API } },
});
