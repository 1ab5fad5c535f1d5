import { describe, expect, test } from "vitest";
import { checkedSettings } from "../../domain/environment-settings.ts";

const right = {
  environment: "dev",
  region: "ap-northeast-1",
  backupRegion: "ap-northeast-3",
  instanceAlias: "town-hall-dev",
  identityManagement: "SAML",
  landingNumberArn:
    "arn:aws:connect:ap-northeast-1:123456789012:phone-number/0b5f8a1e-7c43-4f5e-9a51-2f4f6f0e9d11",
  recordingsKeptDays: 90,
  formRequestsPerAddress: 100,
  alarmMails: ["desk@example.jp"],
};

describe("the settings of an environment", () => {
  test("that are all as they may be are answered as they are", () => {
    expect(checkedSettings(right)).toEqual({ ok: true, value: right });
  });

  test("may lack a landing number and people to write to", () => {
    const { landingNumberArn: _none, ...others } = { ...right, alarmMails: [] };
    expect(checkedSettings(others)).toEqual({ ok: true, value: others });
  });

  test.each([
    ["recordingsKeptDays", 0, "recordingsKeptDays was 0: 1 to 3650 days."],
    ["recordingsKeptDays", 3651, "recordingsKeptDays was 3651: 1 to 3650 days."],
    ["recordingsKeptDays", 1.5, "recordingsKeptDays was 1.5: 1 to 3650 days."],
    ["recordingsKeptDays", "90", 'recordingsKeptDays was "90": 1 to 3650 days.'],
    ["recordingsKeptDays", undefined, "recordingsKeptDays was missing: 1 to 3650 days."],
    ["formRequestsPerAddress", 9, "formRequestsPerAddress was 9: 10 to 2000000000 requests."],
    ["formRequestsPerAddress", Number.NaN, "formRequestsPerAddress was NaN: 10 to 2000000000 requests."],
    ["formRequestsPerAddress", 100n, "formRequestsPerAddress was 100: 10 to 2000000000 requests."],
    ["region", () => "ap-northeast-1", 'region was a function: "ap-northeast-1".'],
    ["region", "us-east-1", 'region was "us-east-1": "ap-northeast-1".'],
    ["region", "ap-northeast-3", 'region was "ap-northeast-3": "ap-northeast-1".'],
    ["backupRegion", "ap-northeast-1", 'backupRegion was "ap-northeast-1": "ap-northeast-3".'],
    ["backupRegion", undefined, 'backupRegion was missing: "ap-northeast-3".'],
    ["identityManagement", "EXISTING", 'identityManagement was "EXISTING": "SAML" or "CONNECT_MANAGED".'],
    [
      "environment",
      "production",
      'environment was "production": 1 to 8 lower-case letters, digits and hyphens, a letter first.',
    ],
    ["monthlyCostLimitUsd", 0, "monthlyCostLimitUsd was 0: 1 to 1000000 US dollars, or absent."],
    ["monthlyCostLimitUsd", "1500", 'monthlyCostLimitUsd was "1500": 1 to 1000000 US dollars, or absent.'],
    ["alarmMails", ["desk"], 'alarmMails was ["desk"]: a list of mail addresses, each once.'],
    ["alarmMails", null, "alarmMails was null: a list of mail addresses, each once."],
    [
      "alarmMails",
      ["a@example.jp", "a@example.jp"],
      'alarmMails was ["a@example.jp","a@example.jp"]: a list of mail addresses, each once.',
    ],
    [
      "hoursFrom",
      "2026-02-30",
      'hoursFrom was "2026-02-30": absent, or a date of the contract such as 2026-03-01.',
    ],
  ])("are refused where %s is %o, in a sentence that says what it may be", (key, value, problem) => {
    expect(checkedSettings({ ...right, [key]: value })).toEqual({ ok: false, problem });
  });

  test.each([
    [["desk@example.jp"], { ok: true }],
    [
      [],
      {
        ok: false,
        problem: "monthlyCostLimitUsd was 1500 with 0 alarmMails: with 1 to 10 of them.",
      },
    ],
  ])("have a cost limit only where somebody is told of it: %j", (alarmMails, expected) => {
    expect(checkedSettings({ ...right, alarmMails, monthlyCostLimitUsd: 1500 })).toMatchObject(expected);
  });

  test.each(["d-123", "-hall", "hall-", "town_hall", "", "a".repeat(46)])(
    "are refused where the alias is %j, which Amazon Connect does not take",
    (instanceAlias) => {
      expect(checkedSettings({ ...right, instanceAlias })).toMatchObject({
        ok: false,
        problem: expect.stringContaining(
          `instanceAlias was ${JSON.stringify(instanceAlias)}: an alias of 1 to 45`,
        ),
      });
    },
  );

  test.each([
    "+815012345678",
    "0570-015566",
    "",
    "arn:aws:connect:us-west-2:123456789012:phone-number/0b5f8a1e-7c43-4f5e-9a51-2f4f6f0e9d11",
    "arn:aws:connect:ap-northeast-1:123456789012:instance/0b5f8a1e-7c43-4f5e-9a51-2f4f6f0e9d11",
  ])("are refused where the landing number is %j and not the ARN of one in Tokyo", (landingNumberArn) => {
    expect(checkedSettings({ ...right, landingNumberArn })).toEqual({
      ok: false,
      problem: `landingNumberArn was "${landingNumberArn}": absent, or the ARN of a claimed number, arn:aws:connect:ap-northeast-1:<account>:phone-number/<identifier>.`,
    });
  });

  test.each(["https://desk.example.jp", "https://d111111abcdef8.cloudfront.net"])(
    "may have a desk at %s",
    (deskAddress) => {
      const settings = { ...right, deskAddress, deskSignInPrefix: "town-hall-desk" };
      expect(checkedSettings(settings)).toEqual({ ok: true, value: settings });
    },
  );

  test.each([
    "http://desk.example.jp",
    "https://desk.example.jp/",
    "https://desk.example.jp/app",
    "https://desk.example.jp:8443",
    "https://Desk.example.jp",
    "https://localhost",
    "desk.example.jp",
    "",
  ])("are refused where the desk's address is %j, which no screen can be served at", (deskAddress) => {
    expect(checkedSettings({ ...right, deskAddress })).toEqual({
      ok: false,
      problem: `deskAddress was "${deskAddress}": absent, or https:// and a name in lower case, with neither a port nor a path nor a slash at the end.`,
    });
  });

  test.each(["my-aws-desk", "cognito", "amazon-desk", "Desk", "-desk", "desk-", "", "a".repeat(64)])(
    "are refused where the sign-in page's prefix is %j, which Amazon Cognito does not take",
    (deskSignInPrefix) => {
      expect(checkedSettings({ ...right, deskSignInPrefix })).toMatchObject({
        ok: false,
        problem: expect.stringContaining(
          `deskSignInPrefix was ${JSON.stringify(deskSignInPrefix)}: absent, or 1 to 63 lower-case letters`,
        ),
      });
    },
  );

  test("are refused where one is unknown, and every fault is named at once", () => {
    expect(checkedSettings({ ...right, recordingKeptDays: 30, region: "eu-west-1" })).toEqual({
      ok: false,
      problem:
        "recordingKeptDays was 30: no setting, for there are only environment, region, backupRegion, instanceAlias, identityManagement, landingNumberArn, hoursFrom, recordingsKeptDays, formRequestsPerAddress, alarmMails, deskAddress, deskSignInPrefix, roster, monthlyCostLimitUsd. " +
        'region was "eu-west-1": "ap-northeast-1".',
    });
  });
});
