import { Duration, Stack, Validations } from "aws-cdk-lib";
import { CfnMalwareProtectionPlan } from "aws-cdk-lib/aws-guardduty";
import { AnyPrincipal, Effect, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Bucket, CfnBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { arrivedFolder, keptFolder } from "./intake-access.ts";
import { ProtectedBucket } from "./protected-bucket.ts";
import { ownWildcardFinding } from "./wildcard-finding.ts";

/** A page of the form is open for a day at most; what belongs to no inquiry by then goes. */
const arrivedKeptDays = 1;

/** As long as the contract lasts, and its completion report is asked about (a setting of ours: the contract names none). */
const picturesKeptDays = 365;

/** The tag of a search for malware, and what it says of an object in which none was found. */
const scanTag = "s3:ExistingObjectTag/GuardDutyMalwareScanStatus";
const cleanValue = "NO_THREATS_FOUND";

/**
 * The pictures that come with inquiries. GuardDuty searches what lies under `kept/` for malware, and tags it with the result;
 * the bucket lets nobody read what is not tagged as clean, and nobody but GuardDuty set tags. What the search needs:
 * GuardDuty user guide, "Create or update IAM role policy" and "Tag-based access control".
 */
export class PictureBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { key }: { readonly key: IKey }) {
    super(scope, id);
    this.bucket = new ProtectedBucket(this, "Pictures", {
      key,
      lifecycleRules: [
        erasedAfter(arrivedFolder, arrivedKeptDays),
        erasedAfter(keptFolder, picturesKeptDays),
      ],
    }).bucket;
    sendEvents(this.bucket);
    const role = this.makeScanRole(key);
    this.keepUntilClean(role);
    const plan = new CfnMalwareProtectionPlan(this, "MalwareProtection", {
      role: role.roleArn,
      protectedResource: {
        s3Bucket: { bucketName: this.bucket.bucketName, objectPrefixes: [keptFolder] },
      },
      actions: { tagging: { status: "ENABLED" } },
    });
    // GuardDuty tries the role out when the plan is made.
    plan.node.addDependency(role, this.bucket);
  }

  private makeScanRole(key: IKey): Role {
    const { bucketArn } = this.bucket;
    const role = new Role(this, "ScanRole", {
      assumedBy: new ServicePrincipal("malware-protection-plan.guardduty.amazonaws.com"),
    });
    const rules = Stack.of(this).formatArn({
      service: "events",
      resource: "rule",
      resourceName: "DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*",
    });
    const allow = (actions: string, resource: string, conditions?: Record<string, unknown>) =>
      role.addToPolicy(
        new PolicyStatement({
          actions: actions.split(" "),
          resources: [resource],
          ...(conditions && { conditions }),
        }),
      );
    allow("events:PutRule events:DeleteRule events:PutTargets events:RemoveTargets", rules, {
      StringEquals: { "events:ManagedBy": "malware-protection-plan.guardduty.amazonaws.com" },
    });
    allow("events:DescribeRule events:ListTargetsByRule", rules);
    allow("s3:GetBucketNotification s3:PutBucketNotification s3:ListBucket", bucketArn);
    allow("s3:PutObject", `${bucketArn}/malware-protection-resource-validation-object`);
    allow(
      "s3:GetObject s3:GetObjectVersion s3:GetObjectTagging s3:GetObjectVersionTagging s3:PutObjectTagging s3:PutObjectVersionTagging",
      `${bucketArn}/*`,
    );
    allow("kms:Decrypt kms:GenerateDataKey", key.keyArn, {
      StringLike: { "kms:ViaService": "s3.*.amazonaws.com" },
    });
    Validations.of(role).acknowledge(
      {
        id: `AwsSolutions-IAM5[Resource::arn:aws:events:${Stack.of(this).region}:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*]`,
        reason: "2026-11-24: GuardDuty makes this rule itself and chooses the end of its name.",
      },
      {
        id: ownWildcardFinding(this.bucket, "/*"),
        reason: "2026-11-24: every picture is searched; they are named as they arrive.",
      },
    );
    return role;
  }

  /** Tags are GuardDuty's to set, and what it did not call clean is read by nobody else. */
  private keepUntilClean(scanRole: Role): void {
    const others = { StringNotEquals: { "aws:PrincipalArn": scanRole.roleArn } };
    const deny = (actions: string[], resource: string, conditions: Record<string, Record<string, string>>) =>
      this.bucket.addToResourcePolicy(
        new PolicyStatement({
          effect: Effect.DENY,
          principals: [new AnyPrincipal()],
          actions,
          resources: [resource],
          conditions,
        }),
      );
    deny(["s3:GetObject", "s3:GetObjectVersion"], `${this.bucket.bucketArn}/${keptFolder}*`, {
      StringNotEquals: { ...others.StringNotEquals, [scanTag]: cleanValue },
    });
    deny(["s3:PutObjectTagging", "s3:PutObjectVersionTagging"], `${this.bucket.bucketArn}/*`, others);
  }
}

/** Objects of a folder go after so many days, and what was replaced or deleted a day later. */
export function erasedAfter(prefix: string, days: number) {
  return {
    prefix,
    expiration: Duration.days(days),
    noncurrentVersionExpiration: Duration.days(1),
  };
}

/** Has a bucket tell EventBridge what is written. The library would do it by a function of its own. */
export function sendEvents(bucket: Bucket): void {
  (bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  };
}
