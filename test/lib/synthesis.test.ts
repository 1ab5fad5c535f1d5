import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { placeholdersOf } from "../../connect-flows/flow-document.ts";
import { flowsOf } from "../../connect-flows/flows/flows-of.ts";
import { flowText } from "../../connect-flows/language/to-json.ts";
import { addCallCentre } from "../../lib/call-centre.ts";
import { dev } from "../../programmes/kobaton-alkoo/environments/dev.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { waterDesk } from "../programmes/second-programme.ts";
import { unbundledApp } from "./deployed.ts";
import { environments, synthesised, templateTexts } from "./synthesis.ts";

/** Does something in another folder, time zone and language, as another engineer's machine has them. */
function elsewhere<Value>(act: () => Value): Value {
  const [folder, { TZ, LANG }] = [process.cwd(), process.env];
  const other = mkdtempSync(join(tmpdir(), "elsewhere-"));
  const hourHere = new Date(0).getHours();
  try {
    process.chdir(other);
    Object.assign(process.env, { TZ: "America/St_Johns", LANG: "de_DE.UTF-8" });
    expect(new Date(0).getHours()).not.toBe(hourHere);
    return act();
  } finally {
    process.chdir(folder);
    for (const [name, value] of Object.entries({ TZ, LANG }))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    rmSync(other, { recursive: true });
  }
}

describe("the templates", () => {
  test.each(environments)("of %s are the same, byte for byte, wherever they are made", (environment) => {
    const here = synthesised(environment);
    expect(here.size).toBeGreaterThanOrEqual(5);
    expect(elsewhere(() => synthesised(environment))).toEqual(here);
  });

  test("name no folder of the machine that makes them", () => {
    const texts = [...synthesised(dev.environment).values()].join("");
    expect(texts.length).toBeGreaterThan(100_000);
    for (const folder of [join(import.meta.dirname, "../.."), process.cwd(), tmpdir()])
      expect(texts).not.toContain(folder);
  });
});

describe("a second programme", () => {
  const flows = flowsOf(waterDesk).map((flow) => {
    const text = flowText(flow);
    return { name: flow.name, type: flow.type, text, placeholders: placeholdersOf(text) };
  });
  const waterSettings = { ...dev, instanceAlias: "aozora-water-dev" };
  /** Without bundling the CDK invents the name of a handler's code, from whichever programme has the handler first. */
  const withoutInventedNames = (text = "") => text.replaceAll(/[0-9a-f]{64}\.zip/g, "code.zip");

  test.each(["before", "after"])("added %s the first leaves every template of it as it was", (order) => {
    const alone = unbundledApp();
    addCallCentre(alone, dev, kobatonAlkoo);
    const first = templateTexts(alone);
    const app = unbundledApp();
    if (order === "before") addCallCentre(app, waterSettings, waterDesk, flows);
    addCallCentre(app, dev, kobatonAlkoo);
    if (order === "after") addCallCentre(app, waterSettings, waterDesk, flows);
    const both = templateTexts(app);
    expect(both.size).toBe(2 * first.size);
    for (const [stack, text] of first)
      expect(withoutInventedNames(both.get(stack)), stack).toBe(withoutInventedNames(text));
  });

  test("has a stack for each of the first's, with resources of its own", () => {
    const app = unbundledApp();
    addCallCentre(app, waterSettings, waterDesk, flows);
    const second = templateTexts(app);
    const first = [...synthesised(dev.environment).keys()];
    expect([...second.keys()].sort()).toEqual(
      first.map((stack) => stack.replace(kobatonAlkoo.id, waterDesk.id)).sort(),
    );
    for (const [stack, text] of second) expect(text, stack).not.toContain(kobatonAlkoo.id);
  });
});
