import { Validations } from "aws-cdk-lib";
import { ManagedPolicy, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Construct } from "constructs";

/** AWS's own policies for AWS Backup, by what they allow. */
const policies = {
  backUpAndCopy: "service-role/AWSBackupServiceRolePolicyForBackup",
  backUpBuckets: "AWSBackupServiceRolePolicyForS3Backup",
  restore: "service-role/AWSBackupServiceRolePolicyForRestores",
  restoreBuckets: "AWSBackupServiceRolePolicyForS3Restore",
} as const;

/**
 * What AWS Backup acts as. Its rights are AWS's own policies
 * (https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html): they follow the service, while a policy
 * of ours that lacks a call would be found out by a backup that failed.
 */
export class BackupRole extends Construct {
  readonly role: Role;

  constructor(
    scope: Construct,
    id: string,
    props: { readonly may: readonly (keyof typeof policies)[]; readonly description: string },
  ) {
    super(scope, id);
    const names = props.may.map((what) => policies[what]);
    this.role = new Role(this, "Role", {
      description: props.description,
      assumedBy: new ServicePrincipal("backup.amazonaws.com"),
      managedPolicies: names.map((name) => ManagedPolicy.fromAwsManagedPolicyName(name)),
    });
    for (const name of names)
      Validations.of(this.role).acknowledge({
        id: `AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${name}]`,
        reason:
          "2026-11-24: AWS keeps this policy in step with what AWS Backup calls; only AWS Backup can use the role.",
      });
  }
}
