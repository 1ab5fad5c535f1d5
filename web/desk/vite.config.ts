import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** How the desk's screens are built: relative addresses, so that they can be served at any path, and a file for each screen. */
export default defineConfig({
  base: "./",
  plugins: [react()],
  // Their test hooks are left out, and nothing is inlined: the page's policy allows no script and no style of the page itself.
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
  },
});
