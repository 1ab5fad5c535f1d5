import { datesBetween, type Instant, parseDate } from "../domain/japan-time.ts";
import { currentMetrics } from "./connect-metrics.ts";
import {
  type ApiAnswer,
  type Body,
  invalid,
  missing,
  noContact,
  ok,
  problem,
  text,
  texts,
} from "./connect-rest.ts";
import type { ContactHistory } from "./contact-history.ts";
import type { Exchange } from "./exchange.ts";
import { isObject } from "./flow-document.ts";
import { effectiveHoursList } from "./open-hours.ts";

/**
 * Amazon Connect's API as far as the service calls it, over its REST JSON protocol: method, path without a query, and the
 * parsed body of a request, or its query's values where it has no body. Paths and shapes are those of AWS's API reference. What the exchange cannot do is an error
 * as AWS words it: 400 InvalidRequestException, 404 ResourceNotFoundException; an operation that is unknown here, 404.
 */
export type ConnectApi = (method: string, path: string, body: unknown) => Promise<ApiAnswer>;

interface Operation {
  readonly method: string;
  /** Its groups are the path's parameters. */
  readonly path: RegExp;
  readonly answer: (exchange: Exchange, body: Body, parameters: readonly string[]) => ApiAnswer;
}

const operations: readonly Operation[] = [
  { method: "PUT", path: /^\/contact\/task$/, answer: startTask },
  { method: "PUT", path: /^\/contact\/outbound-voice$/, answer: startOutboundVoice },
  { method: "POST", path: /^\/contact\/stop$/, answer: stopContact },
  { method: "POST", path: /^\/contact\/attributes$/, answer: updateAttributes },
  { method: "GET", path: /^\/contact\/attributes\/[^/]+\/([^/]+)$/, answer: getAttributes },
  { method: "GET", path: /^\/contacts\/[^/]+\/([^/]+)$/, answer: describeContact },
  { method: "POST", path: /^\/metrics\/current\/[^/]+$/, answer: currentMetrics },
  { method: "GET", path: /^\/effective-hours-of-operations\/[^/]+\/([^/]+)$/, answer: effectiveHours },
];

/** The API of one exchange. A ClientToken that was used before gives the contact that it gave then (AWS, StartTaskContact). */
export function connectApi(exchange: Exchange): ConnectApi {
  const earlier = new Map<string, ApiAnswer>();
  return async (method, path, body) => {
    const operation = operations.find((each) => each.method === method && each.path.test(path));
    if (!operation) return problem(404, "UnknownOperationException", `${method} ${path} is not simulated.`);
    const given = isObject(body) ? body : {};
    const token = text(given, "ClientToken");
    const key = `${method} ${path} ${token}`;
    const before = token === undefined ? undefined : earlier.get(key);
    if (before) return before;
    const parameters = (operation.path.exec(path) ?? []).slice(1).map(decodeURIComponent);
    const answer = operation.answer(exchange, given, parameters);
    if (token !== undefined && answer.status === 200) earlier.set(key, answer);
    return answer;
  };
}

function startTask(exchange: Exchange, body: Body): ApiAnswer {
  const flowArn = text(body, "ContactFlowId");
  const name = text(body, "Name");
  if (flowArn === undefined || name === undefined)
    return invalid("Give ContactFlowId and Name; quick connects and task templates are not simulated.");
  const description = text(body, "Description");
  const made = exchange.startTask({
    flowArn: flowOf(exchange, flowArn),
    name,
    ...(description === undefined ? {} : { description }),
    attributes: texts(body["Attributes"]),
    references: references(body["References"]),
    delaySeconds: secondsUntil(exchange, body["ScheduledTime"]),
  });
  return made.ok ? ok({ ContactId: made.value.contactId }) : missing(made.problem);
}

function startOutboundVoice(exchange: Exchange, body: Body): ApiAnswer {
  const number = text(body, "DestinationPhoneNumber");
  const flowArn = text(body, "ContactFlowId");
  if (number === undefined || flowArn === undefined)
    return invalid("Give DestinationPhoneNumber and ContactFlowId.");
  const from = text(body, "SourcePhoneNumber");
  const made = exchange.startOutboundCall({
    number,
    flowArn: flowOf(exchange, flowArn),
    ...(from === undefined ? {} : { from }),
    attributes: texts(body["Attributes"]),
  });
  return made.ok ? ok({ ContactId: made.value.contactId }) : missing(made.problem);
}

/** Once more for a contact that is over is no error of a caller's: AWS answers 410 ContactNotFoundException. */
function stopContact(exchange: Exchange, body: Body): ApiAnswer {
  const contactId = text(body, "ContactId") ?? "";
  return exchange.stop(contactId)
    ? ok({})
    : problem(410, "ContactNotFoundException", `There is no contact ${contactId} under way.`);
}

function updateAttributes(exchange: Exchange, body: Body): ApiAnswer {
  const contactId = text(body, "InitialContactId") ?? "";
  return exchange.updateAttributes(contactId, texts(body["Attributes"])) ? ok({}) : noContact(contactId);
}

function getAttributes(exchange: Exchange, _body: Body, [contactId = ""]: readonly string[]): ApiAnswer {
  const history = exchange.contact(contactId);
  return history ? ok({ Attributes: { ...history.contact.scope.Attributes } }) : noContact(contactId);
}

function describeContact(exchange: Exchange, _body: Body, [contactId = ""]: readonly string[]): ApiAnswer {
  const history = exchange.contact(contactId);
  return history ? ok({ Contact: described(history) }) : noContact(contactId);
}

/** Dates without hours are closed; both dates are included (AWS, GetEffectiveHoursOfOperations). */
function effectiveHours(exchange: Exchange, query: Body, [hoursId = ""]: readonly string[]): ApiAnswer {
  const [from, to] = ["fromDate", "toDate"].map((name) => parseDate(text(query, name) ?? ""));
  if (!from?.ok || !to?.ok) return invalid("Give fromDate and toDate as dates.");
  if (exchange.isOpen(hoursId, exchange.now()) === undefined)
    return missing(`There are no hours ${hoursId}.`);
  const isOpen = (at: Instant) => exchange.isOpen(hoursId, at) === true;
  const EffectiveHoursOfOperationList = effectiveHoursList(datesBetween(from.value, to.value), isOpen);
  return ok({ EffectiveHoursOfOperationList, TimeZone: "Asia/Tokyo" });
}

function described({ contact, initiatedAt, wait, handling, transfer, end }: ContactHistory) {
  const { scope } = contact;
  const seconds = (at: number | undefined) => (at === undefined ? undefined : Math.floor(at / 1000));
  return {
    Arn: `${scope.InstanceARN}/contact/${scope.ContactId}`,
    Id: scope.ContactId,
    InitialContactId: scope.PreviousContactId === null ? undefined : scope.InitialContactId,
    PreviousContactId: scope.PreviousContactId ?? undefined,
    NextContactId: transfer?.nextContactId,
    InitiationMethod: scope.InitiationMethod,
    Channel: scope.Channel,
    Name: scope.Name ?? undefined,
    Description: scope.Description ?? undefined,
    InitiationTimestamp: seconds(initiatedAt),
    DisconnectTimestamp: seconds(end?.at),
    DisconnectReason: end?.reason,
    QueueInfo: wait && { Id: wait.queueArn.split("/").at(-1), EnqueueTimestamp: seconds(wait.from) },
    AgentInfo: handling && {
      Id: handling.operatorArn.split("/").at(-1),
      ConnectedToAgentTimestamp: seconds(handling.connectedAt),
    },
  };
}

/** The API takes a flow's id where the exchange knows its ARN. */
function flowOf(exchange: Exchange, flow: string): string {
  return flow.startsWith("arn:") ? flow : exchange.flowArn(flow);
}

function secondsUntil(exchange: Exchange, time: unknown): number {
  return typeof time === "number" ? Math.max(0, time - exchange.now() / 1000) : 0;
}

function references(value: unknown): Record<string, { Value: string; Type: string }> {
  const written = Object.entries(isObject(value) ? value : {});
  return Object.fromEntries(
    written.map(([name, each]) => {
      const { Value = "", Type = "" } = texts(each);
      return [name, { Value, Type }];
    }),
  );
}
