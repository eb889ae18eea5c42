import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => decodeURIComponent(new URL(path, import.meta.url).pathname);

/** The pages everybody comes through, and what stands around every page. */
const firstPages =
  /\/src\/(web\/(shell\/(AppFrame|UserMenu|Messages)|pages\/SignInPage)|home\/ui\/HomePage)\.tsx$/;

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
    // What the first load needs comes in a handful of files instead of a hundred: fewer requests, a tenth less to send.
    rolldownOptions: {
      // Whoever takes a link from a module's door does not get the lookups and forms behind it.
      treeshake: { moduleSideEffects: [{ test: /\/src\/\w+\/ui\/index\.ts$/, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            { name: "first", tags: ["$initial"], priority: 2 },
            { name: "start", test: firstPages, priority: 1 },
          ],
        },
      },
    },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { "^/api/": "http://localhost:8080" } },
});
