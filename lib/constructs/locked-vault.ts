import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { BackupVault } from "aws-cdk-lib/aws-backup";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";

/** Which vault, and for how long it may keep a backup. */
export interface LockedVaultProps {
  /** 2 to 50 letters, digits, hyphens and underscores; one of its own in account and region. */
  readonly name: string;
  readonly leastKeptDays: number;
  readonly mostKeptDays: number;
}

/**
 * A vault with a key of its own, left in place when its stack goes. It refuses to erase a backup before its time, and
 * takes none that would stay for longer than allowed, or for ever.
 *
 * The lock is in governance mode: whoever holds backup:DeleteBackupVaultLockConfiguration can lift it. One that nobody can
 * lift would keep personal data that must be erased (docs/decisions/0012-how-long-backups-live.md).
 */
export class LockedVault extends Construct {
  readonly vault: BackupVault;

  constructor(scope: Construct, id: string, props: LockedVaultProps) {
    super(scope, id);
    this.vault = new BackupVault(this, "Vault", {
      backupVaultName: props.name,
      encryptionKey: new Key(this, "Key", {
        description: `Encrypts the backups in ${props.name}`,
        enableKeyRotation: true,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
      lockConfiguration: {
        minRetention: Duration.days(props.leastKeptDays),
        maxRetention: Duration.days(props.mostKeptDays),
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
