import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { callCentre, resources, templatesOf } from "./deployed.ts";

const templates = templatesOf(callCentre());
const folder = "connect-flows/test-cases/kobaton-alkoo";

test("each committed test case is deployed as it is, published, and begins in the inbound flow", () => {
  const testCases = Object.values(resources(templates.acceptance, "AWS::Connect::TestCase"));
  expect(testCases.length).toBeGreaterThanOrEqual(5);
  expect(testCases.map(({ Properties }): string => Properties["Name"]).sort()).toEqual(
    readdirSync(folder)
      .map((file) => `kobaton-alkoo-${file.replace(".json", "")}`)
      .sort(),
  );
  for (const { Properties } of testCases) {
    const file = `${folder}/${Properties["Name"].replace("kobaton-alkoo-", "")}.json`;
    expect(JSON.parse(Properties["Content"])).toEqual(JSON.parse(readFileSync(file, "utf8")));
    expect(Properties["Status"]).toBe("PUBLISHED");
    expect(JSON.stringify(Properties["EntryPoint"])).toMatch(/"VOICE_CALL".+InboundFlow/);
    expect(JSON.stringify(Properties["EntryPoint"])).not.toContain('PhoneNumber"');
  }
});

test("nothing stands on the test cases: a refused one stops no part of the service", () => {
  expect(Object.keys(templates.acceptance.toJSON()["Outputs"] ?? {})).toEqual([]);
});
