import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bundledHandler, bundledWith, peers } from "../../bench/answering/bundles.ts";
import { started } from "../../bench/answering/start.ts";
import { aCloud } from "../support/cloud.ts";

const { environment } = await aCloud();
const folder = mkdtempSync(join(tmpdir(), "callcentre-bundles-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The packages of a bundle. */
function packagesIn(madeOf: readonly string[]): ReadonlySet<string> {
  return new Set(madeOf.flatMap((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
}

test("a freshly started function and its peers answer a call alike; only the peers hold what it has no use for", async () => {
  const ours = await bundledHandler("answer-call", join(folder, "ours"));
  const { answer, loadMillis, callMillis } = await started(ours, environment);
  expect(answer).toMatchObject({ route: "operator", caller: "first" });
  expect(Math.min(loadMillis, callMillis)).toBeGreaterThan(0);
  const held = packagesIn(ours.madeOf);
  expect([...held]).toEqual(expect.arrayContaining(["@aws-sdk/client-dynamodb", "@middy/core"]));
  // Of the service's packages, those that answering a call has no use for.
  for (const useless of [
    "@aws-sdk/client-s3",
    "@aws-sdk/client-connect",
    "fflate",
    "pdfkit",
    "valibot",
    "zod",
  ])
    expect(held).not.toContain(useless);
  for (const [name, peer] of Object.entries(peers())) {
    const bundle = await bundledWith(peer, "answer-call", join(folder, name));
    expect([...packagesIn(bundle.madeOf)]).toEqual(expect.arrayContaining([...peer.packages]));
    expect(bundle.bytes).toBeGreaterThan(ours.bytes);
    // What is said changes with the hour; that all of it is said does not.
    const theirs = (await started(bundle, environment)).answer as object;
    expect(Object.keys(theirs).sort()).toEqual(Object.keys(answer as object).sort());
  }
}, 60_000);
