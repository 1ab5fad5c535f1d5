import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import { Unavailable } from "../../usecases/ports/host.ts";
import type { Mailer } from "../../usecases/ports/mails.ts";

/** A client for mail; where it connects is the SDK's own configuration. */
export function sesClient(): SESClient {
  return new SESClient({ requestHandler: { requestTimeout: 5_000, throwOnRequestTimeout: true } });
}

/**
 * Mail through Amazon SES, as plain text and, where it is given, as HTML; in UTF-8. What becomes of a mail is told through
 * the configuration set, where one is named.
 */
export function sesMailer(client: SESClient, configurationSet?: string): Mailer {
  return {
    async send(mail) {
      const command = new SendEmailCommand({
        Source: mail.from,
        Destination: { ToAddresses: [mail.to] },
        ...(mail.replyTo !== undefined && { ReplyToAddresses: [mail.replyTo] }),
        ...(configurationSet !== undefined && { ConfigurationSetName: configurationSet }),
        ...(mail.tags && { Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })) }),
        Message: {
          Subject: { Charset: "UTF-8", Data: mail.subject },
          Body: {
            Text: { Charset: "UTF-8", Data: mail.text },
            ...(mail.html !== undefined && { Html: { Charset: "UTF-8", Data: mail.html } }),
          },
        },
      });
      await client.send(command).catch((cause: unknown) => {
        throw new Unavailable("SES did not take a mail.", { cause });
      });
    },
  };
}
