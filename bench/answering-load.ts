import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newSecret } from "../adapters/system/ids.ts";
import { type HandlerName, handlerDefinitions } from "../lib/constructs/handler-definitions.ts";
import { startEmbeddedCloud } from "../local/embedded-cloud.ts";
import { programme } from "./runner/first-programme.ts";
import { type Bundle, bundledHandler, bundledWith, peers } from "./answering/bundles.ts";
import { started } from "./answering/start.ts";
import { interleavedAnswers } from "./rounds.ts";

/**
 * How long a caller waits for a function that has just started: the answering handler's load and first call in a fresh process
 * above the embedded cloud, as it is deployed, beside the same handler bundled without care. And how large every handler's bundle
 * is. Nothing of AWS is in it: no download, no TLS, no runtime.
 */
const rounds = 11;
const atMost = 0.5;
const folder = mkdtempSync(join(tmpdir(), "bench-answering-load-"));
const cloud = await startEmbeddedCloud({ stateFolder: join(folder, "state"), newSecret });
const environment = { ...cloud.environment, PROGRAMME: programme.id };

function print(measurement: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(measurement));
}

function kilobytes({ bytes }: Bundle): number {
  return bytes / 1024;
}

async function firstAnswerMillis(bundle: Bundle): Promise<number> {
  const { loadMillis, callMillis } = await started(bundle, environment);
  return loadMillis + callMillis;
}

try {
  const ours = await bundledHandler("answer-call", folder);
  const { whole, shaken } = peers();
  for (const peer of [whole, shaken]) {
    const theirs = await bundledWith(peer, "answer-call", join(folder, "peer"));
    const taken = await interleavedAnswers(
      { ours: () => firstAnswerMillis(ours), peer: () => firstAnswerMillis(theirs) },
      rounds,
    );
    print({
      part: "answering handler, load and first call",
      peer: `${peer.name} (${Math.round(kilobytes(theirs))} KB)`,
      oursValue: taken.ours,
      peerValue: taken.peer,
      unit: "ms",
      ...(peer === whole ? { ratio: taken.ours / taken.peer, atMost } : { ratio: taken.peer / taken.ours }),
    });
  }
  for (const handler of Object.keys(handlerDefinitions) as HandlerName[]) {
    const size = kilobytes(await bundledHandler(handler, folder));
    print({
      part: `bundle of ${handler}`,
      peer: "answer-call",
      oursValue: size,
      peerValue: kilobytes(ours),
      unit: "KB",
      ratio: kilobytes(ours) / size,
    });
  }
} finally {
  await cloud.stop();
  rmSync(folder, { recursive: true, force: true });
}
