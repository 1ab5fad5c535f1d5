import { describe, expect, test } from "vitest";
import { tableDefinitions } from "../../adapters/table-definitions.ts";
import { callCentre, resources, templatesOf, theOnly } from "./deployed.ts";

const { backup, copies, data } = templatesOf(callCentre());

interface BackupRule {
  readonly RuleName: string;
  readonly ScheduleExpression: string;
  readonly ScheduleExpressionTimezone: string;
  readonly StartWindowMinutes: number;
  readonly CompletionWindowMinutes: number;
  readonly Lifecycle: object;
  readonly CopyActions: { readonly Lifecycle: object; readonly DestinationBackupVaultArn: object }[];
}

const plans = Object.entries(resources(backup, "AWS::Backup::BackupPlan")).map(([id, { Properties }]) => ({
  id,
  name: String(Properties["BackupPlan"].BackupPlanName),
  rules: Properties["BackupPlan"].BackupPlanRule as BackupRule[],
}));
const rules = plans.flatMap(({ rules: ofPlan }) => ofPlan);

/** What a plan backs up, as the names of the exports that its selection imports. */
function selectedBy(plan: string): string[] {
  const { id } = plans.find(({ name }) => name.endsWith(plan)) ?? { id: "" };
  return Object.values(resources(backup, "AWS::Backup::BackupSelection"))
    .filter(({ Properties }) => Properties["BackupPlanId"]["Fn::GetAtt"][0] === id)
    .flatMap(({ Properties }) => Properties["BackupSelection"].Resources as { "Fn::ImportValue": string }[])
    .map((imported) => imported["Fn::ImportValue"]);
}

describe("the backups", () => {
  test("are made at night in Japan, each night and on the first of each month after one of the contract", () => {
    expect(rules.map((rule) => [rule.RuleName, rule.ScheduleExpression, rule.Lifecycle])).toEqual([
      ["Daily", "cron(0 2 * * ? *)", { DeleteAfterDays: 35 }],
      ["Monthly2024", "cron(0 3 1 8,9,10,11,12 ? 2024)", { DeleteAfterDays: 277 }],
      ["Monthly2025", "cron(0 3 1 1,2,3,4 ? 2025)", { DeleteAfterDays: 124 }],
    ]);
    for (const rule of rules) {
      expect(rule.ScheduleExpressionTimezone).toBe("Asia/Tokyo");
      // Begun an hour after 03:00 and ended five hours later: at 09:00, when the desk opens.
      expect([rule.StartWindowMinutes, rule.CompletionWindowMinutes]).toEqual([60, 300]);
    }
  });

  test("hold every table and the reports each night, and the rows that reports are made of each month", () => {
    const ofTable = (name: string) => expect.stringMatching(new RegExp(`GetAttTables${name}[0-9A-F]{8}Arn`));
    expect(selectedBy("-daily")).toEqual([
      ...Object.keys(tableDefinitions).map(ofTable),
      expect.stringMatching(/GetAttReportsObjects[0-9A-F]{8}Arn/),
    ]);
    expect(selectedBy("-monthly")).toEqual([ofTable("Contacts"), ofTable("Cases")]);
  });

  test("are made of buckets that keep versions, without which AWS Backup takes none", () => {
    const [reports] = Object.entries(resources(data, "AWS::S3::Bucket")).filter(([id]) =>
      id.startsWith("ReportsObjects"),
    );
    expect(reports?.[1].Properties["VersioningConfiguration"]).toEqual({ Status: "Enabled" });
  });

  test("are copied to the vault that stands in Osaka, and live there as long", () => {
    const vault = theOnly(copies, "AWS::Backup::BackupVault").Properties["BackupVaultName"];
    expect(vault).toBe("callcentre-dev-kobaton-alkoo-copies");
    expect(rules.length).toBe(3);
    for (const { CopyActions, Lifecycle } of rules) {
      expect(CopyActions.map((copy) => copy.Lifecycle)).toEqual([Lifecycle]);
      expect(CopyActions.map((copy) => copy.DestinationBackupVaultArn)).toEqual([
        {
          "Fn::Join": [
            "",
            ["arn:aws:backup:ap-northeast-3:", { Ref: "AWS::AccountId" }, `:backup-vault:${vault}`],
          ],
        },
      ]);
    }
  });

  test("are made in a role that only AWS Backup takes", () => {
    const roles = Object.entries(resources(backup, "AWS::IAM::Role"));
    const [making] = roles.filter(([id]) => id.startsWith("BackUp"));
    expect(JSON.stringify(making?.[1].Properties["AssumeRolePolicyDocument"])).toContain(
      "backup.amazonaws.com",
    );
    const selections = Object.values(resources(backup, "AWS::Backup::BackupSelection"));
    expect(selections.length).toBe(2);
    for (const { Properties } of selections)
      expect(Properties["BackupSelection"].IamRoleArn).toEqual({ "Fn::GetAtt": [making?.[0], "Arn"] });
  });
});

describe.each([
  ["Tokyo", backup],
  ["Osaka", copies],
])("the vault in %s", (_place, template) => {
  test("has a key of its own that changes every year and stays when the stack goes", () => {
    const [id] = Object.keys(resources(template, "AWS::KMS::Key"));
    expect(theOnly(template, "AWS::KMS::Key")).toMatchObject({
      Properties: { EnableKeyRotation: true },
      DeletionPolicy: "Retain",
    });
    expect(theOnly(template, "AWS::Backup::BackupVault")).toMatchObject({
      Properties: { EncryptionKeyArn: { "Fn::GetAtt": [id, "Arn"] } },
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
    });
  });

  test("lets nothing go before its time, takes nothing for longer than the contract needs, and can be unlocked", () => {
    const { LockConfiguration } = theOnly(template, "AWS::Backup::BackupVault").Properties;
    // ChangeableForDays would make the lock final: personal data could then not be erased on request.
    expect(LockConfiguration).toEqual({ MinRetentionDays: 35, MaxRetentionDays: 277 });
  });
});

describe("the stack in Osaka", () => {
  test("refers to nothing in Tokyo, so that it can be read when Tokyo is lost", () => {
    expect(JSON.stringify(copies.toJSON())).not.toMatch(/ImportValue|ap-northeast-1/);
  });

  test("tells which role brings a backup back, of tables, of buckets, and to Tokyo", () => {
    const [id] = Object.keys(resources(copies, "AWS::IAM::Role"));
    expect(copies.toJSON()["Outputs"].RestoreRoleArn.Value).toEqual({ "Fn::GetAtt": [id, "Arn"] });
    const policies = JSON.stringify(theOnly(copies, "AWS::IAM::Role").Properties["ManagedPolicyArns"]);
    for (const name of ["ForRestores", "ForS3Restore", "ForBackup"])
      expect(policies).toContain(`AWSBackupServiceRolePolicy${name}"`);
  });
});

describe("a backup that was not made", () => {
  const rulesOfFailure = Object.entries(resources(backup, "AWS::Events::Rule"));
  const [[vaultId] = [""]] = Object.entries(resources(backup, "AWS::Backup::BackupVault"));

  test("is told to people, and so is a copy that was not; those of other vaults are not ours", () => {
    const failed = ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"];
    expect(rulesOfFailure.map(([, { Properties }]) => Properties["EventPattern"])).toEqual([
      {
        source: ["aws.backup"],
        "detail-type": ["Backup Job State Change"],
        detail: { backupVaultName: [{ "Fn::GetAtt": [vaultId, "BackupVaultName"] }], state: failed },
      },
      {
        source: ["aws.backup"],
        "detail-type": ["Copy Job State Change"],
        detail: { sourceBackupVaultArn: [{ "Fn::GetAtt": [vaultId, "BackupVaultArn"] }], state: failed },
      },
    ]);
  });

  test("is told in a sentence that names the rule, what was lost and where to look, by a role that may use the topic's key", () => {
    expect(rulesOfFailure.length).toBe(2);
    for (const [id, { Properties }] of rulesOfFailure) {
      const [target] = Properties["Targets"];
      expect(JSON.stringify(target.Arn)).toContain("Alarms");
      expect(JSON.stringify(target.DeadLetterConfig)).toContain("Undelivered");
      expect(target.RoleArn["Fn::GetAtt"][0]).toMatch(/^BackupPublish/);
      expect(target.InputTransformer.InputTemplate).toContain(`${id.slice(0, -8)}: `);
      expect(target.InputTransformer.InputTemplate).toMatch(
        /<detail-resourceArn>.*docs\/runbooks\/alarms\.md/,
      );
    }
    const policies = JSON.stringify(resources(backup, "AWS::IAM::Policy"));
    expect(policies).toContain('"sns:Publish"');
    expect(policies).toContain('["kms:Decrypt","kms:GenerateDataKey*"]');
  });
});
