import { Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  type LifecycleRule,
  ObjectOwnership,
} from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";

/** Under which key, and for how long. */
export interface ProtectedBucketProps {
  readonly key: IKey;
  /** When objects are erased. @default objects are kept for ever */
  readonly lifecycleRules?: readonly LifecycleRule[];
}

const accessLogsKeptDays = 400;

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  removalPolicy: RemovalPolicy.RETAIN,
};

/**
 * A bucket for what must not be lost or seen: every version kept, encrypted with a key of our own, reached over TLS only,
 * left in place when its stack goes. Who opened what is written to a second bucket for a little over a year.
 */
export class ProtectedBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: ProtectedBucketProps) {
    super(scope, id);
    const accessLogs = new Bucket(this, "AccessLogs", {
      ...closed,
      encryption: BucketEncryption.S3_MANAGED,
      lifecycleRules: [{ expiration: Duration.days(accessLogsKeptDays) }],
    });
    this.bucket = new Bucket(this, "Objects", {
      ...closed,
      versioned: true,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      // The library's own types differ by an undefined that this project's compiler options tell apart.
      serverAccessLogsBucket: accessLogs as IBucket,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        ...(props.lifecycleRules ?? []),
      ],
    });
    Validations.of(accessLogs).acknowledge({
      id: "AwsSolutions-S1",
      reason: "2026-11-24: this bucket is where access logs go; logging the log would never end.",
    });
  }
}
