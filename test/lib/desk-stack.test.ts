import { describe, expect, test } from "vitest";
import { callCentre, resources, templatesOf, theOnly } from "./deployed.ts";

const without = templatesOf(callCentre()).desk;
const served = callCentre({ deskAddress: "https://desk.example.jp", deskSignInPrefix: "town-hall-desk" });
const template = templatesOf(served).desk;
const pool = theOnly(template, "AWS::Cognito::UserPool");
const outputs = (of: typeof template): Record<string, { Value: unknown }> => of.toJSON()["Outputs"];

describe("the desk's people", () => {
  test("are entered by an administrator, who alone resets what they forgot", () => {
    expect(pool.Properties["AdminCreateUserConfig"].AllowAdminCreateUserOnly).toBe(true);
    expect(pool.Properties["AccountRecoverySetting"]).toEqual({
      RecoveryMechanisms: [{ Name: "admin_only", Priority: 1 }],
    });
    expect(pool.Properties["AutoVerifiedAttributes"]).toBeUndefined();
  });

  test("all need a second factor from an app, and none by SMS", () => {
    expect(pool.Properties).toMatchObject({
      MfaConfiguration: "ON",
      EnabledMfas: ["SOFTWARE_TOKEN_MFA"],
    });
    expect(pool.Properties["SmsConfiguration"]).toBeUndefined();
    expect(resources(template, "AWS::IAM::Role")).toEqual({});
  });

  test("have long passwords, and sign-ins that look like an attack are stopped", () => {
    expect(pool.Properties).toMatchObject({
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 3,
        },
      },
      UserPoolTier: "PLUS",
      UserPoolAddOns: { AdvancedSecurityMode: "ENFORCED" },
    });
  });

  test("sign in by a user name, in capitals or not, and not by their mail address", () => {
    expect(pool.Properties["UsernameConfiguration"]).toEqual({ CaseSensitive: false });
    expect(pool.Properties["UsernameAttributes"]).toBeUndefined();
    expect(pool.Properties["AliasAttributes"]).toBeUndefined();
  });

  test("are not lost with the stack", () => {
    expect(pool).toMatchObject({
      Properties: { DeletionProtection: "ACTIVE" },
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
    });
  });

  test("are supervisors, leaders, operators or the prefecture's; of two groups the first here counts", () => {
    const groups = Object.values(resources(template, "AWS::Cognito::UserPoolGroup")).map(
      ({ Properties }) => [Properties["Precedence"], Properties["GroupName"]] as const,
    );
    expect(groups.sort(([one], [other]) => one - other)).toEqual([
      [0, "supervisor"],
      [1, "leader"],
      [2, "operator"],
      [3, "prefecture"],
    ]);
    // A group with a role would hand out AWS permissions.
    expect(JSON.stringify(template.toJSON())).not.toContain("RoleArn");
  });

  test("are invited in Japanese, with a user name, a first password and the desk's address", () => {
    const { EmailMessage, EmailSubject } = pool.Properties["AdminCreateUserConfig"].InviteMessageTemplate;
    for (const part of ["{username}", "{####}", "https://desk.example.jp/", "3日以内"])
      expect(EmailMessage).toContain(part);
    expect(EmailSubject).toBe("【コバトンALKOOマイレージ】相談窓口の画面への招待");
    // Amazon Cognito's bounds: 140 and 20,000 characters.
    expect(EmailSubject.length).toBeLessThanOrEqual(140);
    expect(EmailMessage.length).toBeLessThanOrEqual(20_000);
  });
});

describe("the desk's screens", () => {
  const client = theOnly(template, "AWS::Cognito::UserPoolClient").Properties;

  test("sign in with an authorization code, without a secret and without the implicit flow", () => {
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ["code"],
      AllowedOAuthScopes: ["openid"],
      CallbackURLs: ["https://desk.example.jp/"],
      LogoutURLs: ["https://desk.example.jp/"],
      SupportedIdentityProviders: ["COGNITO"],
    });
    expect(client["ExplicitAuthFlows"]).toEqual(["ALLOW_USER_SRP_AUTH"]);
  });

  test("say no more of a wrong user name than of a wrong password", () => {
    expect(client["PreventUserExistenceErrors"]).toBe("ENABLED");
  });

  test("ask for the password once in a working day, and take a person's rights away within half an hour", () => {
    expect(client).toMatchObject({
      TokenValidityUnits: { AccessToken: "minutes", IdToken: "minutes", RefreshToken: "minutes" },
      AccessTokenValidity: 30,
      IdTokenValidity: 30,
      RefreshTokenValidity: 600,
      EnableTokenRevocation: true,
      RefreshTokenRotation: { Feature: "ENABLED", RetryGracePeriodSeconds: 30 },
    });
  });

  test("have a sign-in page at an address of their own, in Tokyo", () => {
    expect(theOnly(template, "AWS::Cognito::UserPoolDomain").Properties).toMatchObject({
      Domain: "town-hall-desk",
      ManagedLoginVersion: 2,
    });
    expect(theOnly(template, "AWS::Cognito::ManagedLoginBranding").Properties).toMatchObject({
      UseCognitoProvidedValues: true,
    });
    expect(JSON.stringify(outputs(template)["SignInDomain"])).toContain(
      ".auth.ap-northeast-1.amazoncognito.com",
    );
  });
});

describe("the desk in the agent workspace", () => {
  test("is an application of the instance, at the desk's address, that sees the contact and not the caller's number", () => {
    const [id] = Object.keys(resources(template, "AWS::AppIntegrations::Application"));
    expect(theOnly(template, "AWS::AppIntegrations::Application").Properties).toMatchObject({
      Namespace: "callcentre-dev-kobaton-alkoo",
      ApplicationSourceConfig: { ExternalUrlConfig: { AccessUrl: "https://desk.example.jp/" } },
      Permissions: [
        "User.Details.View",
        "User.Status.View",
        "Contact.Details.View",
        "Contact.Attributes.View",
      ],
    });
    expect(theOnly(template, "AWS::Connect::IntegrationAssociation").Properties).toEqual({
      InstanceId: { "Fn::ImportValue": expect.stringContaining("Instance") },
      IntegrationType: "APPLICATION",
      IntegrationArn: { "Fn::GetAtt": [id, "ApplicationArn"] },
    });
  });

  test("is named for the security profiles that will grant it", () => {
    expect(served.desk.application?.namespace).toBe("callcentre-dev-kobaton-alkoo");
    expect(served.desk.resolve(served.desk.application?.arn)).toEqual({
      "Fn::GetAtt": ["Application", "ApplicationArn"],
    });
  });
});

describe("a desk whose screens are not served yet", () => {
  test("has its people and a sign-in page named by environment and programme, and nothing to sign in to", () => {
    expect(Object.keys(resources(without, "AWS::Cognito::UserPoolGroup")).length).toBe(4);
    expect(theOnly(without, "AWS::Cognito::UserPoolDomain").Properties["Domain"]).toBe(
      "callcentre-dev-kobaton-alkoo",
    );
    for (const type of [
      "AWS::Cognito::UserPoolClient",
      "AWS::AppIntegrations::Application",
      "AWS::Connect::IntegrationAssociation",
    ])
      expect(resources(without, type)).toEqual({});
    expect(callCentre().desk.application).toBeUndefined();
  });

  test("says so where it would name the client", () => {
    expect(outputs(without)["ClientId"]?.Value).toBe("none yet: nobody can sign in");
    // What other stacks use goes out under names of the library's own.
    const told = (of: typeof template) =>
      Object.keys(outputs(of)).filter((name) => !name.startsWith("Export"));
    expect(told(without).sort()).toEqual(["ClientId", "Issuer", "SignInDomain", "UserPoolId"]);
    expect(told(template)).toEqual(told(without));
  });
});
