import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

interface GivenMail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly headers: readonly string[];
  readonly attachments: readonly string[];
  readonly messageId: string;
}

const ordinary: GivenMail = {
  from: "埼玉 花子 <someone@example.jp>",
  to: "reply@example.jp",
  subject: "Re: 受付",
  text: "本文",
  headers: [],
  attachments: [],
  messageId: "<1@example.jp>",
};

/** A mail as it comes over the wire, with what Amazon SES writes before it. */
export function aMail(given: Partial<GivenMail> = {}): string {
  const { from, to, subject, text, headers, attachments, messageId } = { ...ordinary, ...given };
  const encoded = (words: string) => `=?UTF-8?B?${Buffer.from(words).toString("base64")}?=`;
  const [, name = "", address = from] = /^(.*)<(.+)>$/.exec(from) ?? [];
  const part = (type: string, body: string, more: readonly string[] = []) =>
    [
      `Content-Type: ${type}`,
      "Content-Transfer-Encoding: base64",
      ...more,
      "",
      Buffer.from(body).toString("base64"),
    ].join("\r\n");
  const files = attachments.map((file) =>
    part("application/octet-stream", "file", [
      `Content-Disposition: attachment; filename="${encoded(file)}"`,
    ]),
  );
  return [
    "X-SES-Spam-Verdict: PASS",
    "X-SES-Virus-Verdict: PASS",
    ...headers,
    `From: ${name.trim() === "" ? "" : `${encoded(name.trim())} `}<${address}>`,
    `To: <${to}>`,
    `Subject: ${encoded(subject)}`,
    ...(messageId === "" ? [] : [`Message-ID: ${messageId}`]),
    "Date: Wed, 17 Jul 2024 10:00:00 +0900",
    "MIME-Version: 1.0",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    ...[part("text/plain; charset=UTF-8", text), ...files].flatMap((one) => ["--b", one]),
    "--b--",
    "",
  ].join("\r\n");
}

/** Writes a mail into the bucket and gives S3's event of it, as EventBridge hands it to a function. */
export async function arrived(bucket: string, name: string, mail: string) {
  const key = `mails/${name}`;
  await new S3Client({}).send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: mail }));
  return s3Event(bucket, key, mail.length);
}

/** S3 user guide, "EventBridge event message structure". */
export function s3Event(bucket: string, key: string, size: number) {
  return {
    version: "0",
    id: "17793124-05d4-b198-2fde-7ededc63b103",
    "detail-type": "Object Created",
    source: "aws.s3",
    account: "111122223333",
    time: "2024-07-17T01:00:05Z",
    region: "ap-northeast-1",
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: "0",
      bucket: { name: bucket },
      object: { key, size, etag: "b1946ac92492d2347c6235b4d2611184", sequencer: "00617F08299329D189" },
      "request-id": "N4N7GDK58NMKJ12R",
      requester: "ses.amazonaws.com",
      reason: "PutObject",
    },
  };
}

/** Amazon SES's event of a mail that was not delivered (SES developer guide, "Bounce event"). */
export function bounceOf(receiptNumber: string | undefined, feedbackId = "01000157c44f053b-bounce") {
  return {
    eventType: "Bounce",
    bounce: {
      bounceType: "Permanent",
      bounceSubType: "General",
      bouncedRecipients: [
        {
          emailAddress: "someone@example.jp",
          action: "failed",
          status: "5.1.1",
          diagnosticCode: "smtp; 550 5.1.1 user unknown",
        },
      ],
      timestamp: "2024-07-16T01:00:02.012Z",
      feedbackId,
      reportingMTA: "dsn; mta.example.jp",
    },
    mail: mailPart(receiptNumber),
  };
}

/** The same of a mail that its reader called unwanted ("Complaint event"). */
export function complaintOf(receiptNumber: string, feedbackId = "01000157c44f053b-complaint") {
  return {
    eventType: "Complaint",
    complaint: {
      complainedRecipients: [{ emailAddress: "someone@example.jp" }],
      timestamp: "2024-07-16T01:10:02.012Z",
      feedbackId,
      userAgent: "Amazon SES Mailbox Simulator",
      complaintFeedbackType: "abuse",
      arrivalDate: "2024-07-16T01:10:02.012Z",
    },
    mail: mailPart(receiptNumber),
  };
}

function mailPart(receiptNumber: string | undefined) {
  return {
    timestamp: "2024-07-16T01:00:00.000Z",
    messageId: "EXAMPLE7c191be45-e9aedb9a-02f9-4d12-a87d-dd0099a07f8a-000000",
    source: "kobaton-alkoo@example.jp",
    sendingAccountId: "111122223333",
    destination: ["someone@example.jp"],
    headersTruncated: false,
    headers: [],
    commonHeaders: { from: ["kobaton-alkoo@example.jp"], to: ["someone@example.jp"], subject: "受付" },
    tags: {
      "ses:configuration-set": ["dev-kobaton-alkoo-inquiries"],
      "ses:source-ip": ["192.0.2.0"],
      "ses:from-domain": ["example.jp"],
      ...(receiptNumber !== undefined && { receipt: [receiptNumber] }),
    },
  };
}

/** Amazon SNS's envelope, as Lambda hands it to a function (Lambda developer guide, "Using AWS Lambda with Amazon SNS"). */
export function snsEvent(...messages: readonly unknown[]) {
  return {
    Records: messages.map((message) => ({
      EventVersion: "1.0",
      EventSubscriptionArn: "arn:aws:sns:ap-northeast-1:111122223333:mails:21be56ed",
      EventSource: "aws:sns",
      Sns: {
        SignatureVersion: "1",
        Timestamp: "2024-07-16T01:00:03.000Z",
        Signature: "signature",
        SigningCertUrl: "https://sns.example.jp/certificate.pem",
        MessageId: "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
        Message: typeof message === "string" ? message : JSON.stringify(message),
        MessageAttributes: {},
        Type: "Notification",
        UnsubscribeUrl: "https://sns.example.jp/unsubscribe",
        TopicArn: "arn:aws:sns:ap-northeast-1:111122223333:mails",
        Subject: "Amazon SES Email Event Notification",
      },
    })),
  };
}
