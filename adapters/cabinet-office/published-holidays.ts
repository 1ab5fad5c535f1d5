import type { PublishedHolidays } from "../../usecases/ports/calendar.ts";
import { Unavailable } from "../../usecases/ports/host.ts";

/** The office's server answers in well under a second. */
const timeLimitMillis = 10_000;

/** The file has 22 kB and grows by 300 bytes a year; what is much larger is something else. */
const mostBytes = 200_000;

/**
 * The Cabinet Office's file at an address. Whether it is a list of holidays is not looked at here, only that it is no page
 * of HTML and no larger than a list can be; a part of it is never answered.
 */
export function cabinetOfficeHolidays(address: string): PublishedHolidays {
  return {
    async fetch() {
      const response = await get(address);
      const type = response.headers.get("content-type") ?? "";
      if (!response.ok || /html/i.test(type)) {
        await response.body?.cancel();
        throw new Unavailable(
          `${address} answered with status ${response.status} and ${type || "no type"}, not with a file.`,
        );
      }
      return read(response, address);
    },
  };
}

async function get(address: string): Promise<Response> {
  try {
    return await fetch(address, { signal: AbortSignal.timeout(timeLimitMillis) });
  } catch (cause) {
    throw new Unavailable(`${address} did not answer within ${timeLimitMillis / 1000} seconds.`, { cause });
  }
}

/** Reads no more than a list can have, however long the answer goes on. The time limit of the request holds here too. */
async function read(response: Response, address: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > mostBytes) break;
    }
  } catch (cause) {
    throw new Unavailable(`${address} did not answer to the end.`, { cause });
  }
  if (length > mostBytes)
    throw new Unavailable(`${address} answered with more than ${mostBytes} bytes: that is not the list.`);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
