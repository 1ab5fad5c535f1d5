import { describe, expect, test } from "vitest";
import { alertLongCallsHandler } from "../../lambdas/alert-long-calls.ts";
import { deskApiHandler } from "../../lambdas/desk-api.ts";
import { showDeskHandler } from "../../lambdas/show-desk.ts";
import { callCentre, resources, templatesOf, theOnly } from "./deployed.ts";
import { expectVariablesRead } from "./variables-read.ts";

const stacks = callCentre({ deskAddress: "https://desk.example.jp" });
const template = templatesOf(stacks).deskapi;
const methods = Object.values(resources(template, "AWS::ApiGateway::Method")).map(
  ({ Properties }) => Properties,
);
const functionOf = (handler: string) =>
  Object.values(resources(template, "AWS::Lambda::Function"))
    .map(({ Properties }) => Properties)
    .find(({ FunctionName }) => FunctionName === `dev-kobaton-alkoo-${handler}`)!;

describe("the desk's API", () => {
  test("lets nobody through to the API without a token of the pool, and everybody to the screens' files", () => {
    expect(methods.map((one) => `${one["HttpMethod"]} ${one["AuthorizationType"]}`).sort()).toEqual([
      "ANY COGNITO_USER_POOLS",
      "GET NONE",
      "GET NONE",
      "GET NONE",
    ]);
    expect(theOnly(template, "AWS::ApiGateway::Authorizer").Properties).toMatchObject({
      Type: "COGNITO_USER_POOLS",
      IdentitySource: "method.request.header.Authorization",
      // The programme's own: nobody of another one has a token of it.
      ProviderARNs: [expect.anything()],
    });
  });

  test("is regional, slowed down where too much is asked, behind a web ACL", () => {
    expect(theOnly(template, "AWS::ApiGateway::RestApi").Properties["EndpointConfiguration"]).toEqual({
      Types: ["REGIONAL"],
    });
    const { MethodSettings } = theOnly(template, "AWS::ApiGateway::Stage").Properties;
    expect(MethodSettings[0]).toMatchObject({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
    const { Rules, Scope } = theOnly(template, "AWS::WAFv2::WebACL").Properties;
    expect([Scope, Rules.map(({ Name }: { Name: string }) => Name)]).toEqual([
      "REGIONAL",
      ["body-size", "requests-per-address"],
    ]);
  });

  test("logs neither who asked, nor from where, nor for which case", () => {
    const { AccessLogSetting, MethodSettings } = theOnly(template, "AWS::ApiGateway::Stage").Properties;
    const format = JSON.stringify(AccessLogSetting.Format);
    expect(format).toContain("$context.resourcePath");
    expect(format).not.toMatch(/sourceIp|identity|authorizer|userAgent|context\.path|integration/i);
    expect(MethodSettings[0].DataTraceEnabled).toBe(false);
  });

  test("writes down no query: the place behind which a list goes on may hold a person's key", () => {
    const { AccessLogSetting, MethodSettings } = theOnly(template, "AWS::ApiGateway::Stage").Properties;
    // Every variable of the format, by name: there is none for a query, and none is added unseen.
    const variables: string[] = Object.values(JSON.parse(AccessLogSetting.Format));
    expect(variables.toSorted()).toEqual([
      "$context.error.responseType",
      "$context.httpMethod",
      "$context.requestId",
      "$context.requestTimeEpoch",
      "$context.resourcePath",
      "$context.responseLatency",
      "$context.status",
    ]);
    expect(MethodSettings).toHaveLength(1);
    expect(MethodSettings[0]).toMatchObject({ LoggingLevel: "ERROR", DataTraceEnabled: false });
    // The web ACL keeps no samples of requests and writes no log.
    const { VisibilityConfig, Rules } = theOnly(template, "AWS::WAFv2::WebACL").Properties;
    const visible = [{ VisibilityConfig }, ...Rules] as {
      VisibilityConfig: { SampledRequestsEnabled: boolean };
    }[];
    expect(visible.map((one) => one.VisibilityConfig.SampledRequestsEnabled)).toEqual([false, false, false]);
    expect(template.findResources("AWS::WAFv2::LoggingConfiguration")).toEqual({});
  });
});

test("each function is given exactly the variables that its handler reads at its start", () => {
  expectVariablesRead(template, {
    "alert-long-calls": alertLongCallsHandler,
    "desk-api": deskApiHandler,
    "show-desk": showDeskHandler,
  });
});

describe("the screens", () => {
  test("are told where to sign in, and stand in the frame of their own workspace only", () => {
    const { Variables } = functionOf("show-desk")["Environment"];
    expect(Variables).toMatchObject({
      DESK_FOLDER: "desk",
      WORKSPACE_ORIGIN: "https://callcentre-dev-kobaton-alkoo.my.connect.aws",
    });
    expect(JSON.stringify(Variables["SIGN_IN_CLIENT_ID"])).toContain("ImportValue");
  });

  test("of a desk without an address have no client", () => {
    const unserved = templatesOf(callCentre()).deskapi;
    expect(JSON.stringify(unserved.toJSON())).toContain('"SIGN_IN_CLIENT_ID":"none"');
  });
});
