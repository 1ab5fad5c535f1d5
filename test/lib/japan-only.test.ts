import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { RegionInfo } from "aws-cdk-lib/region-info";
import { describe, expect, test } from "vitest";
import { JapanOnly, regionsAbroad } from "../../lib/japan-only.ts";

const everyRegion = RegionInfo.regions.map(({ name }) => name);

describe("staying in Japan", () => {
  test("every region that AWS has is seen, and only Tokyo and Osaka are at home", () => {
    expect(everyRegion.length).toBeGreaterThan(30);
    expect(regionsAbroad(`[${everyRegion.join('","')}]`)).toEqual(
      everyRegion.filter((region) => region !== "ap-northeast-1" && region !== "ap-northeast-3"),
    );
  });

  test("a template that names another region is a violation that says where to go", () => {
    const folder = mkdtempSync(join(tmpdir(), "japan-only-"));
    const templatePath = join(folder, "one.template.json");
    writeFileSync(templatePath, '{ "Bucket": "arn:aws:s3:eu-west-1:123456789012:bucket" }');
    const report = new JapanOnly().validate({
      templatePaths: [templatePath],
      stackTemplates: [{ stackConstructPath: "one", templatePath, accountId: undefined, region: undefined }],
      appConstruct: new App(),
    });
    rmSync(folder, { recursive: true });
    expect(report.success).toBe(false);
    expect(report.violations).toMatchObject([
      {
        description: "The template names the region eu-west-1.",
        fix: "Use ap-northeast-1, or ap-northeast-3 for a backup.",
        violatingResources: [{ constructPath: "one" }],
      },
    ]);
  });
});
