import type { Mail, Mailer } from "../../usecases/ports/mails.ts";

/** A mailer that keeps what it was given. */
export function memoryMailer(): Mailer & { readonly sent: readonly Mail[] } {
  const sent: Mail[] = [];
  return {
    sent,
    send: async (mail) => {
      sent.push(mail);
    },
  };
}
