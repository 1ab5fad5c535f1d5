import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import { newId } from "../adapters/system/ids.ts";
import { systemClock } from "../adapters/system/clock.ts";
import { deskApiHandler } from "../lambdas/desk-api.ts";
import type { Handler } from "../lambdas/edge/handler.ts";
import { showDeskHandler } from "../lambdas/show-desk.ts";
import { deployments } from "../programmes/deployments.ts";
import type { Clock } from "../usecases/ports/host.ts";
import type { TrainingCalls } from "../usecases/ports/training.ts";
import { buildDesk, type DeskBuild } from "./desk-build.ts";
import { restApiEvent } from "./http-body.ts";
import { lambdaContext } from "./lambda-context.ts";
import type { LocalService } from "./local-service.ts";
import { htmlReply, jsonReply, redirect, type Reply, type Route } from "./reply.ts";
import { localSignIn } from "./sign-in/sign-in.ts";
import { type Claims, localClientId, localIssuer, type LocalPerson } from "./sign-in/tokens.ts";
import { deskFailedPage, deskPreparingPage } from "./waiting-page.ts";

/** The desk on this machine: its screens and its API under `/desk/`, and signing in under `/sign-in/`. */
export interface DeskFront {
  /** What is asked for under these paths; undefined for every other. */
  route(request: IncomingMessage, path: readonly string[]): Route | undefined;
  /** As an administrator does: whoever's token ends must sign in again. */
  readonly signEverybodyOut: () => void;
}

/** What may be otherwise in tests. */
interface DeskFrontOptions {
  /** Where built screens are kept. @default the state folder */
  readonly buildFolder?: string;
  /** By which tokens end. @default the host's: they live in real time, also where the service's own clock stands still */
  readonly tokenClock?: Clock;
  /** What plays callers, where this is a desk for training. @default nothing: it is not */
  readonly trainingCalls?: TrainingCalls | undefined;
}

/** Where a desk is served. */
type Served = Pick<LocalService, "programme" | "worldAt" | "stateFolder">;

/**
 * Plays what stands before the desk's functions in AWS: a regional REST API at `/desk/`, whose Cognito authorizer lets no
 * request through to the API without a token, and hands on what the token says. The screens are built at the first visit.
 */
export function deskFront(
  service: Served,
  clock: Clock,
  {
    buildFolder = join(service.stateFolder, "desk"),
    tokenClock = systemClock,
    trainingCalls,
  }: DeskFrontOptions = {},
): DeskFront {
  const { programme } = service;
  const world = { ...service.worldAt(clock), ...(trainingCalls && { trainingCalls }) };
  const api = deskApiHandler(world);
  const signIn = localSignIn({
    deskName: programme.deskName,
    people: peopleOf(programme.id),
    clock: tokenClock,
  });
  let started: DeskBuild | undefined;
  const build = () => (started ??= buildDesk(buildFolder));

  const askApi: Route = async (request) => {
    const claims = signIn.claimsOf(request.headers.authorization ?? "");
    if (!claims) return jsonReply(401, { message: "Unauthorized" });
    return invoked(api, request, claims);
  };

  const showScreens: Route = async (request) => {
    const screens = build();
    const failed = screens.problem();
    if (failed !== undefined) return htmlReply(500, deskFailedPage(failed));
    if (!screens.isReady()) return htmlReply(200, deskPreparingPage);
    const origin = `http://${request.headers.host ?? ""}`;
    const environment = {
      ...world.environment,
      DESK_FOLDER: screens.folder,
      SIGN_IN_CLIENT_ID: localClientId,
      SIGN_IN_ISSUER: localIssuer,
      SIGN_IN_ADDRESS: `${origin}/sign-in`,
      WORKSPACE_ORIGIN: origin,
    };
    return withTelephone(origin, await invoked(showDeskHandler({ ...world, environment }), request));
  };

  return {
    signEverybodyOut: signIn.signEverybodyOut,
    route({ method = "" }, path) {
      const [first, second] = path;
      if (first === "sign-in") return signIn.route(method, path.slice(1));
      if (first !== "desk") return undefined;
      if (second === undefined) return async () => redirect("/desk/");
      return second === "api" ? askApi : method === "GET" ? showScreens : undefined;
    },
  };
}

/** Those of the programme's roster, and somebody of the prefecture, who is in none. */
function peopleOf(programmeId: string): readonly LocalPerson[] {
  const rosters = deployments
    .filter(({ programme }) => programme.id === programmeId)
    .flatMap(({ environments }) => environments.map(({ roster = [] }) => roster));
  const roster = rosters.find(({ length }) => length > 0) ?? [];
  return [...roster, { userName: "pref01", role: "prefecture" }];
}

async function invoked(
  handler: Handler<APIGatewayProxyEvent, APIGatewayProxyResult>,
  request: IncomingMessage,
  claims?: Claims,
): Promise<Reply> {
  const event = await restApiEvent(request);
  const authorizer = claims && { claims: asTexts(claims) };
  const path = event.path.slice("/desk".length);
  const { statusCode, headers, body } = await handler(
    { ...event, path, requestContext: contextOf(newId(), authorizer) },
    lambdaContext(newId()),
  );
  return { status: statusCode, headers: headers as Record<string, string>, body };
}

/** The first page's telephone plays the agent workspace: the desk's settings say where it is asked whose call it has. */
function withTelephone(origin: string, reply: Reply): Reply {
  const isSettings = reply.status === 200 && String(reply.headers["content-type"]).includes("json");
  if (!isSettings) return reply;
  const settings: object = JSON.parse(String(reply.body));
  return { ...reply, body: JSON.stringify({ ...settings, telephone: `${origin}/api/operators` }) };
}

/** As far as it is read. */
function contextOf(requestId: string, authorizer: unknown): APIGatewayProxyEvent["requestContext"] {
  return { requestId, authorizer } as unknown as APIGatewayProxyEvent["requestContext"];
}

/** A REST API hands every claim on as a text. */
function asTexts(claims: Claims): Record<string, string> {
  return Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [name, [value].flat().map(String).join(",")]),
  );
}
