import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { deployedWorld, type World } from "./composition.ts";
import { failuresLogged } from "./log.ts";

/** What Lambda calls. */
export type Handler<Event, Answer> = (event: Event, context: Context) => Promise<Answer>;

/** Wraps a handler's work in what all handlers share. */
export function handlerOf<Event, Answer>(
  world: World,
  work: (event: Event) => Promise<Answer>,
): Handler<Event, Answer> {
  return middy(async (event: Event) => work(event)).use(failuresLogged(world.log));
}

/**
 * The handler in its deployed world. In Lambda it is made when the function starts, so that a missing variable stops it
 * there; elsewhere, where this file is only read, at the first call.
 */
export function deployed<Event, Answer>(
  make: (world: World) => Handler<Event, Answer>,
): Handler<Event, Answer> {
  let made = deployedWorld.environment["AWS_LAMBDA_FUNCTION_NAME"] ? make(deployedWorld) : undefined;
  return (event, context) => {
    made ??= make(deployedWorld);
    return made(event, context);
  };
}
