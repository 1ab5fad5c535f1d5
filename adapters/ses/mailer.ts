import { SESClient, SendEmailCommand } from "@aws-sdk/client-ses";
import { type Mailer, Unavailable } from "../../usecases/ports.ts";

/** A client for mail; where it connects is the SDK's own configuration. */
export function sesClient(): SESClient {
  return new SESClient({ requestHandler: { requestTimeout: 5_000, throwOnRequestTimeout: true } });
}

/** Mail through Amazon SES, as plain text in UTF-8. */
export function sesMailer(client: SESClient): Mailer {
  return {
    async send(mail) {
      const command = new SendEmailCommand({
        Source: mail.from,
        Destination: { ToAddresses: [mail.to] },
        Message: {
          Subject: { Charset: "UTF-8", Data: mail.subject },
          Body: { Text: { Charset: "UTF-8", Data: mail.text } },
        },
      });
      await client.send(command).catch((cause: unknown) => {
        throw new Unavailable("SES did not take a mail.", { cause });
      });
    },
  };
}
