import { expect, test } from "vitest";
import type { EnvironmentSettings } from "../../domain/environment-settings.ts";
import { deployedIn } from "../../lib/settings.ts";
import { deployments } from "../../programmes/deployments.ts";
import { dev } from "../../programmes/kobaton-alkoo/environments/dev.ts";
import { kobatonAlkoo } from "../../programmes/kobaton-alkoo/programme.ts";
import { programmes } from "../../programmes/registry.ts";
import { waterDesk } from "../programmes/second-programme.ts";

const waterDev: EnvironmentSettings = { ...dev, instanceAlias: "aozora-water-dev", recordingsKeptDays: 30 };

/** The first programme, and a second one with environments of its own. */
const besideEachOther = (...environments: EnvironmentSettings[]) => [
  ...deployments,
  { programme: waterDesk, environments },
];

test("every programme of the registry has the settings of a dev and a prod that are as they may be", () => {
  expect(programmes.length).toBeGreaterThan(0);
  for (const environment of ["dev", "prod"]) {
    const deployed = deployedIn(environment, deployments);
    expect(deployed.map(({ programme }) => programme)).toEqual(programmes);
    for (const { settings } of deployed) expect(settings.environment).toBe(environment);
  }
});

test.each(["staging", "", undefined, 1])(
  "the environment %o is refused, and the known ones are named",
  (name) => {
    expect(() => deployedIn(name, deployments)).toThrow(
      `There is no environment "${String(name)}": use -c environment=dev or -c environment=prod.`,
    );
  },
);

test("each programme has its own environments: an environment is of those that have one of its name", () => {
  const stage = { ...waterDev, environment: "stage", instanceAlias: "aozora-water-stage" };
  const beside = besideEachOther(waterDev, stage);
  expect(deployedIn("dev", beside)).toEqual([
    { programme: kobatonAlkoo, settings: dev },
    { programme: waterDesk, settings: waterDev },
  ]);
  expect(deployedIn("stage", beside)).toEqual([{ programme: waterDesk, settings: stage }]);
});

test("a fault in any environment is named with its programme, whichever environment is asked for", () => {
  const faulty = {
    ...waterDev,
    environment: "stage",
    instanceAlias: "aozora-water-stage",
    recordingsKeptDays: 0,
  };
  expect(() => deployedIn("prod", besideEachOther(waterDev, faulty))).toThrow(
    "aozora-water/stage: recordingsKeptDays was 0: 1 to 3650 days.",
  );
});

test("an instance or a number is never shared between environments", () => {
  const landingNumberArn =
    "arn:aws:connect:ap-northeast-1:123456789012:phone-number/0b5f8a1e-7c43-4f5e-9a51-2f4f6f0e9d11";
  const stage = { ...waterDev, environment: "stage", landingNumberArn };
  expect(() => deployedIn("dev", besideEachOther({ ...dev, landingNumberArn }, stage))).toThrow(
    [
      'aozora-water/dev: instanceAlias was "callcentre-dev-kobaton-alkoo": one of its own, for kobaton-alkoo/dev has this.',
      `aozora-water/stage: landingNumberArn was "${landingNumberArn}": one of its own, for aozora-water/dev has this.`,
    ].join("\n"),
  );
});

test("nor is the address of a desk, or of its sign-in page", () => {
  const desk = { deskAddress: "https://desk.example.jp", deskSignInPrefix: "desk-sign-in" };
  expect(() =>
    deployedIn(
      "dev",
      besideEachOther(
        { ...waterDev, ...desk, environment: "a", instanceAlias: "a" },
        { ...waterDev, ...desk },
      ),
    ),
  ).toThrow(
    [
      'aozora-water/dev: deskAddress was "https://desk.example.jp": one of its own, for aozora-water/a has this.',
      'aozora-water/dev: deskSignInPrefix was "desk-sign-in": one of its own, for aozora-water/a has this.',
    ].join("\n"),
  );
});

test("two environments of one name are refused", () => {
  expect(() => deployedIn("dev", besideEachOther(waterDev, waterDev))).toThrow(
    "aozora-water/dev: there are two environments of this name.",
  );
});
