import { enableCompileCache } from "node:module";

/** The beginning of `npm start`: as of the command line, compiled code is kept. */
enableCompileCache();
await import("./service-process.ts");
