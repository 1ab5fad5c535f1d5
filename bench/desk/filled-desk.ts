import { join } from "node:path";
import { createCalendar } from "../../domain/calendar/business-calendar.ts";
import { deskApiHandler } from "../../lambdas/desk-api.ts";
import { personKeysOf, type World } from "../../lambdas/edge/composition.ts";
import { routes } from "../../contract/routes.ts";
import { newSecret } from "../../adapters/system/ids.ts";
import { startEmbeddedCloud } from "../../local/embedded-cloud.ts";
import { importInto, intoExport, tablesOf } from "./imported-store.ts";
import { startConnectServer } from "../../local/connect-server.ts";
import { deskExchange } from "../../local/desk-exchange.ts";
import { lambdaContext } from "../../local/lambda-context.ts";
import { programme } from "../runner/first-programme.ts";
import { VirtualClock } from "../../simulator/virtual-clock.ts";
import { aDeskEvent } from "../../test/support/desk-api.ts";
import { fillStore, type Landmarks } from "./fill-store.ts";
import { type DeskAge, now } from "./history.ts";
import type { ListRequest } from "./list-requests.ts";

/** A page that the API answered. */
interface Page {
  readonly rows: number;
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
}

/** The desk's API above a store that was filled. */
interface FilledDesk {
  /** Asks for a page of a list, the first one where no place is named. Throws where the API refuses or finds nothing. */
  ask(list: ListRequest, after?: string): Promise<Page>;
  stop(): Promise<void>;
}

/** The world of a desk after its history, above a cloud whose environment is the process's own too. */
function worldOf(environment: Readonly<Record<string, string>>): World {
  return {
    environment: { ...environment, PROGRAMME: programme.id },
    clock: { now: () => now },
    log: (level, message, fields) => {
      if (level === "error") throw new Error(`${message}: ${JSON.stringify(fields)}`);
    },
  };
}

/**
 * Fills the state folder of a cloud with a desk's history, and says where its landmarks are. A cloud runs on it meanwhile, only
 * for its keys and its bucket; the process's environment is then that cloud's.
 */
export async function fillFolder(folder: string, age: DeskAge): Promise<Landmarks> {
  const cloud = await startEmbeddedCloud({ stateFolder: folder, newSecret });
  const { environment } = cloud;
  Object.assign(process.env, environment);
  const exported = join(folder, "exported");
  const person = await personKeysOf(worldOf(environment)).keyOf(programme.id, "+819012345678");
  const landmarks = await fillStore(environment, intoExport(exported), age, person);
  const tables = await tablesOf(environment.AWS_ENDPOINT_URL_DYNAMODB);
  await cloud.stop();
  importInto(join(folder, "dynamodb.sqlite"), exported, tables);
  return landmarks;
}

/** The API above a cloud that was filled. Its clock stands after the last day of the history. */
export async function filledDesk(environment: Readonly<Record<string, string>>): Promise<FilledDesk> {
  const world = worldOf(environment);
  const connect = await startConnectServer(silentExchange());
  process.env["AWS_ENDPOINT_URL_CONNECT"] = connect.endpoint;
  const answer = deskApiHandler(world);
  return {
    async ask({ route, as, path, request, rows }, after) {
      const { method, path: pattern } = routes[route];
      const given = { ...request, ...(after !== undefined && { after }) };
      const event = aDeskEvent(method, `/api${filled(pattern, path)}`, {
        as,
        ...(method === "GET" ? { query: given as Record<string, string> } : { body: given }),
      });
      const { statusCode, body } = await answer(event, lambdaContext("bench"));
      if (statusCode !== 200) throw new Error(`${route} answered ${statusCode}: ${body}`);
      return pageOf(JSON.parse(body), rows, after !== undefined);
    },
    stop: () => connect.stop(),
  };
}

/** An exchange in which nobody calls. */
function silentExchange() {
  let ids = 0;
  return deskExchange({
    programmeId: programme.id,
    calendar: createCalendar(programme.hours),
    clock: new VirtualClock(now),
    newId: () => `contact-${ids++}`,
    functions: { AnswerCallFunction: async () => ({}), CallbackFunction: async () => ({}) },
    publishEvent: async () => {},
    publishRecord: async () => {},
  });
}

function filled(pattern: string, path: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = path[name];
    if (value === undefined) throw new Error(`${pattern} needs ${name}.`);
    return encodeURIComponent(value);
  });
}

function pageOf(answer: Readonly<Record<string, unknown>>, rows: string | undefined, isLater: boolean): Page {
  const next = answer["next"];
  const found = rows === undefined ? [answer] : answer[rows];
  if (!Array.isArray(found) || (found.length === 0 && !isLater))
    throw new Error(`A list without ${rows ?? "an answer"}.`);
  return { rows: found.length, next: typeof next === "string" ? next : undefined };
}
