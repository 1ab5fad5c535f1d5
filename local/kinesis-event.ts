import type { KinesisStreamEvent } from "aws-lambda";

/** Contact records as the Kinesis stream hands them to the function, one record a text, in the order of the stream. */
export function kinesisEvent(texts: readonly string[]): KinesisStreamEvent {
  return {
    Records: texts.map((text, index) => ({
      awsRegion: "ap-northeast-1",
      eventID: `shardId-000000000000:${index}`,
      eventName: "aws:kinesis:record",
      eventSource: "aws:kinesis",
      eventSourceARN: "arn:aws:kinesis:ap-northeast-1:000000000000:stream/contact-records",
      eventVersion: "1.0",
      invokeIdentityArn: "arn:aws:iam::000000000000:role/local",
      kinesis: {
        approximateArrivalTimestamp: 0,
        data: Buffer.from(text, "utf8").toString("base64"),
        kinesisSchemaVersion: "1.0",
        partitionKey: "local",
        sequenceNumber: String(index),
      },
    })),
  };
}
