import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, Stack } from "aws-cdk-lib";
import { RegionInfo } from "aws-cdk-lib/region-info";
import { describe, expect, test } from "vitest";
import { BackupCopiesStack } from "../../lib/backup-copies-stack.ts";
import { JapanOnly, placesForbidden, regionsAbroad } from "../../lib/japan-only.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { callCentre } from "./deployed.ts";

const everyRegion = RegionInfo.regions.map(({ name }) => name);
const tokyo = "ap-northeast-1";
const osaka = "ap-northeast-3";

/** A stack of copies, in a region that is not refused before it is made. */
function copiesIn(region: string): BackupCopiesStack {
  return new BackupCopiesStack(new App(), "copies", {
    env: { region },
    environment: "dev",
    programme: kobatonAlkoo,
  });
}

describe("staying in Japan", () => {
  test("every region that AWS has is seen, and only Tokyo and Osaka are at home", () => {
    expect(everyRegion.length).toBeGreaterThan(30);
    expect(regionsAbroad(`[${everyRegion.join('","')}]`)).toEqual(
      everyRegion.filter((region) => region !== tokyo && region !== osaka),
    );
  });

  test("a template that names another region is a violation that says where to go", () => {
    const folder = mkdtempSync(join(tmpdir(), "japan-only-"));
    const templatePath = join(folder, "one.template.json");
    writeFileSync(templatePath, '{ "Bucket": "arn:aws:s3:eu-west-1:123456789012:bucket" }');
    const app = new App();
    new Stack(app, "one", { env: { region: tokyo } });
    const validate = (stackConstructPath: string) =>
      new JapanOnly().validate({
        templatePaths: [templatePath],
        stackTemplates: [{ stackConstructPath, templatePath, accountId: undefined, region: undefined }],
        appConstruct: app,
      });
    const report = validate("one");
    expect(() => validate("two")).toThrow("There is a template of two, and no such stack.");
    rmSync(folder, { recursive: true });
    expect(report.success).toBe(false);
    expect(report.violations).toMatchObject([
      {
        description: "The template names the region eu-west-1.",
        fix: "Use ap-northeast-1; ap-northeast-3 is for copies of backups.",
        violatingResources: [{ constructPath: "one" }],
      },
    ]);
  });
});

describe("Osaka", () => {
  test("is named by the stack that keeps copies and by the one that sends them, and by no other", () => {
    const stacks = Object.entries(callCentre());
    expect(stacks.length).toBeGreaterThanOrEqual(8);
    for (const [part, stack] of stacks)
      expect([part, placesForbidden(stack, `arn:aws:backup:${osaka}:123456789012`)]).toEqual([
        part,
        part === "copies" || part === "backup" ? [] : ["The template names the region ap-northeast-3."],
      ]);
  });

  test("is where the copies are, and nothing else is", () => {
    expect(placesForbidden(copiesIn(osaka), "")).toEqual([]);
    expect(placesForbidden(copiesIn(tokyo), "")).toEqual([
      "The stack is in ap-northeast-1 and not in ap-northeast-3.",
    ]);
    const stackIn = (region: string) => new Stack(new App(), "one", { env: { region } });
    expect(placesForbidden(stackIn(tokyo), "")).toEqual([]);
    expect(placesForbidden(stackIn(osaka), "")).toEqual([
      "The stack is in ap-northeast-3 and not in ap-northeast-1.",
    ]);
    expect(placesForbidden(new Stack(new App(), "one"), "")).toEqual([
      "The stack is in no region and not in ap-northeast-1.",
    ]);
  });
});
