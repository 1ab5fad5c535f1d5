import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCallCentre } from "../../lib/call-centre.ts";
import { dev } from "../../programmes/kobaton-alkoo/environments/dev.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { checkUpgrade } from "../../tools/check-upgrade.ts";
import { isRetained, readAssembly } from "../../tools/deployment/cloud-assembly.ts";
import { removalPlan } from "../../tools/removal-plan.ts";
import { unbundledApp } from "../lib/deployed.ts";

const app = unbundledApp();
const { data, telephone, reports } = addCallCentre(app, dev, kobatonAlkoo);
const assembly = app.synth().directory;
const stacks = readAssembly(assembly);

describe("a cloud assembly", () => {
  test("is read whole, each stack after those that it stands on", () => {
    const names = stacks.map(({ name }) => name);
    expect([...names].sort()).toEqual(
      app
        .synth()
        .stacks.map(({ stackName }) => stackName)
        .sort(),
    );
    expect(names.indexOf(reports.stackName)).toBeGreaterThan(names.indexOf(data.stackName));
  });

  test("is asked for where a folder is none", () => {
    expect(() => readAssembly(tmpdir())).toThrow(/is no cloud assembly: make it with cdk synth --output/);
  });
});

describe("the check before an upgrade", () => {
  const tables = `${data.stackName}.template.json`;
  let deployed = "";
  beforeAll(() => {
    deployed = mkdtempSync(join(tmpdir(), "deployed-"));
    cpSync(assembly, deployed, { recursive: true });
  });
  afterAll(() => rmSync(deployed, { recursive: true }));

  const deployedWas = (change: (text: string) => string) =>
    writeFileSync(join(deployed, tables), change(readFileSync(join(assembly, tables), "utf8")));
  const caseTable = /TablesCases\w{8}/.exec(readFileSync(join(assembly, tables), "utf8"))?.[0] ?? "";

  test("lets the same version through", () => {
    deployedWas((text) => text);
    expect(checkUpgrade(deployed, assembly, [])).toEqual({
      lines: [`${stacks.length} stacks compared: 0 resources removed or replaced, 0 of them must not be.`],
      status: 0,
    });
  });

  test("stops where a table would go, until that is accepted by name", () => {
    deployedWas((text) => text.replaceAll(caseTable, "TablesCasesOld"));
    const stopped = checkUpgrade(deployed, assembly, []);
    expect(stopped.status).toBe(1);
    const old = `${data.stackName}/TablesCasesOld`;
    expect(stopped.lines).toContain(
      `STOP  ${old} (AWS::DynamoDB::GlobalTable) is removed: the new template has no such logical id`,
    );
    expect(checkUpgrade(deployed, assembly, [old]).status).toBe(0);
  });

  test("says so where there was nothing to compare", () => {
    const empty = mkdtempSync(join(tmpdir(), "nothing-"));
    try {
      expect(checkUpgrade(empty, assembly, [])).toMatchObject({ status: 2 });
    } finally {
      rmSync(empty, { recursive: true });
    }
  });
});

describe("the plan of a removal", () => {
  const lines = removalPlan(stacks);
  const about = (word: string) => lines.findIndex((line) => line.includes(word));

  test("takes the stacks down in the opposite order, each once, and says which are protected", () => {
    const numbered = lines.filter((line) => /^\d+\. /.test(line));
    expect(numbered.map((line) => /^\d+\. ([\w-]+):/.exec(line)?.[1])).toEqual(
      stacks.map(({ name }) => name).toReversed(),
    );
    for (const { stackName } of [data, telephone])
      expect(lines[about(`${stackName}: `)]).toContain("first lift its termination protection");
  });

  test("lists whatever stays, keys last, with what must be done to it first", () => {
    const kept = stacks.flatMap(({ name, template }) =>
      Object.entries(template.Resources)
        .filter(([, resource]) => isRetained(resource))
        .map(([id]) => `${name}/${id}`),
    );
    expect(kept.length).toBeGreaterThan(20);
    const listed = lines.filter((line) => line.startsWith("- "));
    expect(listed.map((line) => line.split(" ")[1] ?? "").sort()).toEqual(kept.sort());
    expect(lines[about("/TablesCases")]).toMatch(/: first lift its deletion protection$/);
    expect(lines[about("/ReportsObjects")]).toMatch(/: first delete everything in it, every version too$/);
    const keys = listed.map((line) => line.includes("(AWS::KMS::Key)"));
    expect(keys.indexOf(true)).toBeGreaterThan(keys.lastIndexOf(false));
  });
});
