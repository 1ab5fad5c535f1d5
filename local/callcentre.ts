import { enableCompileCache } from "node:module";

/** The command line's beginning: compiled code is kept (by Node, in the machine's temporary folder), which a start takes most of its time for. */
enableCompileCache();
await import("./command-line.ts");
