/** How a handler is bundled, in the words that the CDK and esbuild share: what is deployed, and what the bench measures. */
export const handlerBundling = {
  /** Modules, which esbuild can leave out where nothing uses them. */
  mainFields: ["module", "main"],
  minify: true,
  sourcesContent: false,
} as const;

/** How the function's process is started: its stack traces name our files. */
export const handlerNodeOptions = "--enable-source-maps";
