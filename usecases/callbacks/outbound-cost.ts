import { isOutbound } from "../../domain/contact/call.ts";
import { type Contact, contactOf } from "../../domain/contact/contact.ts";
import { datesBetween, type JapaneseDate, parseDate } from "../../domain/japan-time.ts";
import type { Programme } from "../../domain/programme.ts";
import { failure, type Result, success } from "../../domain/result.ts";
import type { ContactStore } from "../ports/contacts.ts";

/** What the outbound calls of some days are estimated to cost (R18). */
export interface OutboundCost {
  readonly attempts: number;
  readonly connected: number;
  /** From when the person answered to when the call ended. */
  readonly talkSeconds: number;
  readonly yen: number;
  readonly yenPerMinute: number;
  /** Always: the carrier's bill says what it did cost. */
  readonly isEstimate: true;
}

/** Adds up the outbound calls of the dates from `from` to `to`, at the programme's price for a minute; yen are rounded up. */
export function outboundCost(services: {
  readonly programme: Programme;
  readonly contacts: Pick<ContactStore, "ofDay">;
}) {
  const { programme, contacts } = services;
  return async (from: JapaneseDate, to: JapaneseDate): Promise<Result<OutboundCost>> => {
    for (const date of [from, to].map(parseDate)) if (!date.ok) return date;
    if (from > to) return failure(`${from} is after ${to}: give the earlier date first.`);
    const seconds: (number | undefined)[] = [];
    for (const date of datesBetween(from, to)) {
      const ofDay = (await contacts.ofDay(programme.id, date)).map(contactOf);
      seconds.push(...ofDay.filter(isCallOfOurs).map(talkSecondsOf));
    }
    const talk = seconds.filter((one) => one !== undefined);
    const talkSeconds = talk.reduce((sum, one) => sum + one, 0);
    const { yenPerMinute } = programme.callback;
    return success({
      attempts: seconds.length,
      connected: talk.length,
      talkSeconds,
      yen: Math.ceil((talkSeconds * yenPerMinute) / 60),
      yenPerMinute,
      isEstimate: true,
    });
  };
}

function isCallOfOurs(contact: Contact): boolean {
  return isOutbound(contact) && (contact.channel ?? "VOICE") === "VOICE";
}

/** Undefined where nobody answered; nothing while the call goes on. */
function talkSecondsOf({ connectedToSystemAt, disconnectedAt }: Contact): number | undefined {
  if (connectedToSystemAt === undefined) return undefined;
  return Math.max(0, Math.round(((disconnectedAt ?? connectedToSystemAt) - connectedToSystemAt) / 1000));
}
