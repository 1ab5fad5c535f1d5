import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { handlerBundling } from "../../lib/constructs/handler-bundling.ts";
import type { HandlerName } from "../../lib/constructs/handler-definitions.ts";

/** A handler's bundle: its file, its size in bytes without its source map, and the files that it is made of. */
export interface Bundle {
  readonly file: string;
  readonly bytes: number;
  readonly madeOf: readonly string[];
}

const projectRoot = join(import.meta.dirname, "../..");

/** What the CDK tells esbuild for our handlers: modules for Node.js 24 with source maps and the SDK inside. */
const asDeployed = {
  ...handlerBundling,
  mainFields: [...handlerBundling.mainFields],
  absWorkingDir: projectRoot,
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  sourcemap: true,
  metafile: true,
  logLevel: "warning",
} satisfies BuildOptions;

/** Bundles a handler as it is deployed, into `folder`. */
export function bundledHandler(handler: HandlerName, folder: string): Promise<Bundle> {
  return bundled({ entryPoints: [`lambdas/${handler}.ts`] }, join(folder, handler));
}

/** What a handler may be bundled with. */
export interface Peer {
  readonly name: string;
  /** Packages that are imported as a whole, used or not. */
  readonly packages: readonly string[];
  /** Whether what nothing uses is left out, of the handler's own files too. */
  readonly isShaken: boolean;
}

const sdkOfHandler = [
  "@aws-sdk/client-dynamodb",
  "@aws-sdk/client-secrets-manager",
  "@aws-sdk/util-dynamodb",
];
const sdkOfService = [
  ...sdkOfHandler,
  "@aws-sdk/client-connect",
  "@aws-sdk/client-s3",
  "@aws-sdk/client-ses",
  "@aws-sdk/client-sqs",
];

/** The answering handler as it is without care for its start; zod only where some package has brought it. */
export function peers(): { readonly whole: Peer; readonly shaken: Peer } {
  const zod = isInstalled("zod") ? ["zod"] : [];
  const withZod = zod.length > 0 ? " and zod" : ", zod not being installed";
  return {
    whole: {
      name: `the service's SDK clients${withZod}, bundled whole`,
      packages: [...sdkOfService, ...zod],
      isShaken: false,
    },
    shaken: {
      name: `its own two SDK clients${withZod} imported whole, the rest tree-shaken`,
      packages: [...sdkOfHandler, ...zod],
      isShaken: true,
    },
  };
}

function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** Bundles a handler together with what a peer brings, into `folder`. */
export function bundledWith(peer: Peer, handler: HandlerName, folder: string): Promise<Bundle> {
  const contents = [
    ...peer.packages.map((name, index) => `import * as whole${index} from "${name}";`),
    `globalThis.whole = [${peer.packages.map((_, index) => `whole${index}`).join(", ")}];`,
    `export { handler } from "./lambdas/${handler}.ts";`,
  ].join("\n");
  // Without tree shaking there are packages that ask for others as CommonJS does.
  const unshaken = {
    treeShaking: false,
    ignoreAnnotations: true,
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  };
  const stdin = { contents, resolveDir: projectRoot, loader: "ts" } as const;
  return bundled({ stdin, ...(!peer.isShaken && unshaken) }, folder);
}

async function bundled(what: BuildOptions, folder: string): Promise<Bundle> {
  const file = join(folder, "index.mjs");
  const { metafile } = await build({ ...asDeployed, ...what, metafile: true, outfile: file });
  const made = Object.entries(metafile.outputs).find(([name]) => name.endsWith(".mjs"))?.[1];
  if (!made) throw new Error(`esbuild made no bundle of ${folder}.`);
  return { file, bytes: made.bytes, madeOf: Object.keys(made.inputs) };
}
