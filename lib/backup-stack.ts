import { ArnFormat, CfnOutput, Duration, Stack, type StackProps, TimeZone } from "aws-cdk-lib";
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupVault,
  type IBackupVault,
} from "aws-cdk-lib/aws-backup";
import { type CronOptions, Schedule } from "aws-cdk-lib/aws-events";
import type { Construct } from "constructs";
import { deployedName } from "../domain/environment-settings.ts";
import type { Programme } from "../domain/programme.ts";
import {
  backupHours,
  copiesVaultName,
  dailyKeptDays,
  longestKeptDays,
  monthlyBackups,
} from "./backup-schedules.ts";
import { BackupFailures } from "./constructs/backup-failures.ts";
import { BackupRole } from "./constructs/backup-role.ts";
import { LockedVault } from "./constructs/locked-vault.ts";
import type { Stores } from "./data-stack.ts";

/** What is backed up, and where copies go. */
export interface BackupStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
  readonly stores: Stores;
  /** Where the vault for copies is (lib/backup-copies-stack.ts). */
  readonly backupRegion: string;
}

/** A backup that has not begun after an hour, or not ended five hours later, fails: before the desk opens. */
const windows = { startWindow: Duration.hours(1), completionWindow: Duration.hours(5) };

/**
 * Backups of what must survive: every table and the reports each night, and what the completion report is made of (R52) each
 * month of the contract; each is copied to Osaka and kept there as long. DynamoDB's own backups cannot leave the region.
 *
 * The monthly ones end with the contract by the months and years of their schedule; how AWS Backup takes a schedule whose years
 * have all passed was not seen on a live account.
 *
 * Not in it: recordings, which live for days (docs/decisions/0012-how-long-backups-live.md), and what Amazon Connect keeps.
 */
export class BackupStack extends Stack {
  constructor(scope: Construct, id: string, props: BackupStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { environment, programme, stores } = props;
    const name = deployedName(environment, programme);
    const { vault } = new LockedVault(this, "Backups", {
      name: `${name}-backups`,
      leastKeptDays: dailyKeptDays,
      mostKeptDays: longestKeptDays(programme),
    });
    const copies = this.copiesVault(props);
    const { role } = new BackupRole(this, "BackUp", {
      may: ["backUpAndCopy", "backUpBuckets"],
      description: "Makes backups and copies them to Osaka",
    });
    const daily = new BackupPlan(this, "Daily", { backupPlanName: `${name}-daily`, backupVault: vault });
    daily.addRule(rule("Daily", { hour: backupHours.daily, keptDays: dailyKeptDays, copies }));
    daily.addSelection("Everything", {
      role,
      disableDefaultBackupPolicy: true,
      resources: [
        ...Object.values(stores.tables).map((table) => BackupResource.fromDynamoDbTable(table)),
        BackupResource.fromArn(stores.reports.bucketArn),
      ],
    });
    const monthly = new BackupPlan(this, "Monthly", {
      backupPlanName: `${name}-monthly`,
      backupVault: vault,
    });
    for (const backups of monthlyBackups(programme))
      monthly.addRule(rule(backups.id, { hour: backupHours.monthly, ...backups, copies }));
    monthly.addSelection("ReportedRows", {
      role,
      disableDefaultBackupPolicy: true,
      resources: [stores.tables.Contacts, stores.tables.Cases].map((table) =>
        BackupResource.fromDynamoDbTable(table),
      ),
    });
    new BackupFailures(this, "Backup", { vault, ...stores });
    new CfnOutput(this, "BackupVaultName", { value: vault.backupVaultName });
  }

  private copiesVault({ environment, programme, backupRegion }: BackupStackProps): IBackupVault {
    const arn = this.formatArn({
      service: "backup",
      region: backupRegion,
      resource: "backup-vault",
      resourceName: copiesVaultName(environment, programme),
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    return BackupVault.fromBackupVaultArn(this, "Copies", arn);
  }
}

function rule(
  ruleName: string,
  props: {
    readonly hour: number;
    readonly days?: CronOptions;
    readonly keptDays: number;
    readonly copies: IBackupVault;
  },
): BackupPlanRule {
  const deleteAfter = Duration.days(props.keptDays);
  return new BackupPlanRule({
    ruleName,
    scheduleExpression: Schedule.cron({ minute: "0", hour: String(props.hour), ...props.days }),
    scheduleExpressionTimezone: TimeZone.ASIA_TOKYO,
    ...windows,
    deleteAfter,
    copyActions: [{ destinationBackupVault: props.copies, deleteAfter }],
  });
}
