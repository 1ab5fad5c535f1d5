import type { Template } from "aws-cdk-lib/assertions";
import { expect } from "vitest";
import type { World } from "../../lambdas/edge/composition.ts";
import { readDesk, watchedDesk } from "../support/connect.ts";
import { resources } from "./deployed.ts";

/** What makes each handler of a stack, by its file's name. */
export type HandlersOfStack = Readonly<Record<string, (world: World) => unknown>>;

/** Expects that a stack has the functions of these handlers and no other, each given what its handler reads at its start. */
export function expectVariablesRead(template: Template, handlers: HandlersOfStack): void {
  const given = Object.values(resources(template, "AWS::Lambda::Function")).map(({ Properties }) => [
    Properties["FunctionName"] as string,
    Object.keys(Properties["Environment"].Variables).sort(),
  ]);
  const read = Object.entries(handlers).map(([handler, make]) => [
    `dev-kobaton-alkoo-${handler}`,
    // Node itself reads this one.
    [...variablesRead(make), "NODE_OPTIONS"].sort(),
  ]);
  expect(read.length).toBeGreaterThan(0);
  expect(Object.fromEntries(given)).toEqual(Object.fromEntries(read));
  expect(given.length).toBe(read.length);
}

/** What must be more than a name; everything else that a handler is told may be one. */
const known: Readonly<Record<string, string>> = {
  PROGRAMME: "kobaton-alkoo",
  ROSTER: "sv01:supervisor",
  SIGN_IN_ADDRESS: "https://desk-sign-in.auth.ap-northeast-1.amazoncognito.com",
  ...readDesk,
  ...watchedDesk,
};

/** The variables that a handler reads when it is made. */
function variablesRead(make: (world: World) => unknown): ReadonlySet<string> {
  const read = new Set<string>();
  const environment = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name: string) => {
        read.add(name);
        return known[name] ?? "a-name";
      },
    },
  );
  make({ environment, clock: { now: () => 0 }, log: () => undefined });
  return read;
}
