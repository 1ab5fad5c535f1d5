import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps, Validations } from "aws-cdk-lib";
import { CfnInstance, CfnInstanceStorageConfig } from "aws-cdk-lib/aws-connect";
import { Stream, StreamEncryption, StreamMode } from "aws-cdk-lib/aws-kinesis";
import { Key } from "aws-cdk-lib/aws-kms";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { ProtectedBucket } from "./constructs/protected-bucket.ts";

/** What is settled once, when the instance is made. */
export interface TelephoneStackProps extends StackProps {
  /** 1 to 45 letters, digits and hyphens, unused by anybody; another alias is another instance. */
  readonly instanceAlias: string;
  readonly identityManagement: "SAML" | "CONNECT_MANAGED";
  readonly recordingsKeptDays: number;
}

/**
 * How long a contact record waits in its stream for a handler that fails: a week covers the longest repair, and what was
 * given up earlier can still be read again by its place in the stream. Agent events are kept as long, so that who was at the
 * desk can be read back after a complaint.
 */
const recordsKept = Duration.days(7);

/**
 * The Amazon Connect instance and where it puts what it writes. Numbers and history belong to the instance, so this stack
 * is deployed once and then left alone.
 *
 * It claims no number: 050 and 03 numbers come by a support case with three documents, and 0570 stays with the Navi-Dial
 * carrier, which forwards it to such a number.
 */
export class TelephoneStack extends Stack {
  readonly instance: CfnInstance;
  readonly contactRecords: Stream;

  constructor(scope: Construct, id: string, props: TelephoneStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.instance = this.makeInstance(props);
    const key = new Key(this, "Key", {
      description: "Encrypts call recordings and contact records on their way",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const recordings = this.storeRecordings(key, props.recordingsKeptDays);
    this.contactRecords = this.stream(key, recordings, "ContactRecord", "CONTACT_TRACE_RECORDS");
    this.stream(key, recordings, "AgentEvent", "AGENT_EVENTS");
    new CfnOutput(this, "InstanceArn", { value: this.instance.attrArn });
    new CfnOutput(this, "SignIn", { value: `https://${props.instanceAlias}.my.connect.aws/` });
  }

  private makeInstance(props: TelephoneStackProps): CfnInstance {
    // Amazon Connect writes flow logs to a group of this name, and would make one that keeps them for ever.
    const flowLogs = new LogGroup(this, "FlowLogs", {
      logGroupName: `/aws/connect/${props.instanceAlias}`,
      retention: RetentionDays.THREE_MONTHS,
    });
    const instance = new CfnInstance(this, "Instance", {
      instanceAlias: props.instanceAlias,
      identityManagementType: props.identityManagement,
      attributes: {
        inboundCalls: true,
        outboundCalls: true,
        contactflowLogs: true,
        autoResolveBestVoices: true,
        contactLens: false,
      },
    });
    instance.applyRemovalPolicy(RemovalPolicy.RETAIN);
    instance.node.addDependency(flowLogs);
    return instance;
  }

  private storeRecordings(key: Key, keptDays: number): CfnInstanceStorageConfig {
    const { bucket } = new ProtectedBucket(this, "Recordings", {
      key,
      lifecycleRules: [
        // Erasing one leaves a marker and the version behind it; both go too.
        { expiration: Duration.days(keptDays), noncurrentVersionExpiration: Duration.days(1) },
        { expiredObjectDeleteMarker: true },
      ],
    });
    return new CfnInstanceStorageConfig(this, "RecordingStorage", {
      instanceArn: this.instance.attrArn,
      resourceType: "CALL_RECORDINGS",
      storageType: "S3",
      s3Config: {
        bucketName: bucket.bucketName,
        bucketPrefix: "recordings",
        encryptionConfig: { encryptionType: "KMS", keyId: key.keyArn },
      },
    });
  }

  /**
   * A stream of one shard for what Amazon Connect writes about contacts or agents, each kind its own: a reader of one would
   * have to pass over the other. Agent events go to a Kinesis stream and nowhere else (administrator guide, "Agent event
   * streams").
   *
   * One key for all: Amazon Connect is granted its use for the recordings, and the same grant covers the streams
   * (administrator guide, "Set up server-side encryption for the Kinesis stream", option 2).
   */
  private stream(
    key: Key,
    recordings: CfnInstanceStorageConfig,
    name: "ContactRecord" | "AgentEvent",
    resourceType: "CONTACT_TRACE_RECORDS" | "AGENT_EVENTS",
  ): Stream {
    const stream = new Stream(this, `${name}s`, {
      streamMode: StreamMode.PROVISIONED,
      shardCount: 1,
      retentionPeriod: recordsKept,
      encryption: StreamEncryption.KMS,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const storage = new CfnInstanceStorageConfig(this, `${name}Storage`, {
      instanceArn: this.instance.attrArn,
      resourceType,
      storageType: "KINESIS_STREAM",
      kinesisStreamConfig: { streamArn: stream.streamArn },
    });
    storage.addResourceDependency(recordings);
    Validations.of(stream).acknowledge({
      id: "AwsSolutions-KDS3",
      reason:
        "2026-11-24: it holds telephone numbers or staff codes; a key of our own says who may read them, and can be taken away.",
    });
    return stream;
  }
}
