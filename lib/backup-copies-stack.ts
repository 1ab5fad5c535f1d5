import { CfnOutput, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { Programme } from "../domain/programme.ts";
import { copiesVaultName, dailyKeptDays, longestKeptDays } from "./backup-schedules.ts";
import { BackupRole } from "./constructs/backup-role.ts";
import { LockedVault } from "./constructs/locked-vault.ts";

/** Whose copies. */
export interface BackupCopiesStackProps extends StackProps {
  readonly environment: string;
  readonly programme: Programme;
}

/**
 * Where copies of the backups rest: a vault in Osaka, under a key of its own, and the role that brings a backup back. The one
 * stack outside Tokyo. It refers to nothing there and is deployed first, so what is needed when Tokyo is lost can be read here.
 */
export class BackupCopiesStack extends Stack {
  constructor(scope: Construct, id: string, props: BackupCopiesStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { vault } = new LockedVault(this, "Copies", {
      name: copiesVaultName(props.environment, props.programme),
      leastKeptDays: dailyKeptDays,
      mostKeptDays: longestKeptDays(props.programme),
    });
    // Roles belong to no region: this one restores in Tokyo as well, and copies back to it.
    const { role } = new BackupRole(this, "Restore", {
      may: ["restore", "restoreBuckets", "backUpAndCopy"],
      description: "Restores backups, in Tokyo or in Osaka, and copies them back",
    });
    new CfnOutput(this, "CopiesVaultName", { value: vault.backupVaultName });
    new CfnOutput(this, "RestoreRoleArn", { value: role.roleArn });
  }
}
