import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => decodeURIComponent(new URL(path, import.meta.url).pathname);

/** The browser part: built into `dist/web`, which the server hands out; in development the API is proxied. */
export default defineConfig({
  root: here("."),
  plugins: [react()],
  build: {
    outDir: here("../../dist/web"),
    emptyOutDir: true,
    target: "es2022",
    // The server's CSP allows fonts from itself only, so nothing is inlined as a data URL.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { proxy: { "^/api/": "http://localhost:8080" } },
});
