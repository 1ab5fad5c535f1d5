import type { Template } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import type { Colleague, Roster } from "../../domain/roster.ts";
import { callCentre, resources, templatesOf, theOnly } from "./deployed.ts";

const roster: Roster = [
  { userName: "op01", role: "operator" },
  { userName: "ld01", role: "leader" },
  { userName: "SV-1", role: "supervisor" },
];
const peopleWith = (people: Roster, identityManagement: "SAML" | "CONNECT_MANAGED" = "CONNECT_MANAGED") =>
  templatesOf(callCentre({ roster: people, identityManagement })).people;
const template = peopleWith(roster);
const users = (people: Template) => resources(people, "AWS::Connect::User");
const secrets = (people: Template) => resources(people, "AWS::SecretsManager::Secret");

describe("everybody in the roster", () => {
  test("is a user under the staff code, and no name of anybody is there", () => {
    expect(
      Object.values(users(template)).map(({ Properties }) => [
        Properties["Username"],
        Properties["IdentityInfo"],
      ]),
    ).toEqual([
      ["op01", { FirstName: "OP01", LastName: "オペレータ" }],
      ["ld01", { FirstName: "LD01", LastName: "LD" }],
      ["SV-1", { FirstName: "SV-1", LastName: "SV" }],
    ]);
  });

  test("has the routing, the permissions and the group of the role", () => {
    for (const [id, routing, security, group] of [
      ["UserOP01", "OperatorRouting", "OperatorSecurity", "Operators"],
      ["UserLD01", "LeaderRouting", "LeaderSecurity", "Leaders"],
      ["UserSV1", "SupervisorRouting", "SupervisorSecurity", "Supervisors"],
    ] as const)
      expect(users(template)[id]?.Properties).toMatchObject({
        RoutingProfileArn: { "Fn::ImportValue": expect.stringContaining(routing) },
        SecurityProfileArns: [{ "Fn::ImportValue": expect.stringContaining(security) }],
        HierarchyGroupArn: { "Fn::GetAtt": [group, "UserHierarchyGroupArn"] },
      });
  });

  test("is named after the user name alone: another order changes nothing", () => {
    expect(peopleWith(roster.toReversed()).toJSON()["Resources"]).toEqual(template.toJSON()["Resources"]);
  });

  test("is not touched when somebody else comes or goes", () => {
    const all = template.toJSON()["Resources"];
    const another: Colleague = { userName: "op02", role: "operator" };
    const more = peopleWith([another, ...roster]).toJSON()["Resources"];
    expect(more).toMatchObject(all);
    expect(Object.keys(more).filter((id) => !(id in all))).toEqual([
      expect.stringMatching(/^PasswordOP02/),
      "UserOP02",
    ]);
    const fewer = peopleWith(roster.slice(1)).toJSON()["Resources"];
    expect(all).toMatchObject(fewer);
    expect(Object.keys(all).length - Object.keys(fewer).length).toBe(2);
  });

  test("stays the same user in another role", () => {
    const promoted = peopleWith([{ userName: "op01", role: "leader" }]);
    expect(Object.keys(users(promoted))).toEqual(["UserOP01"]);
    expect(Object.keys(secrets(promoted))[0]).toBe(Object.keys(secrets(template))[0]);
    expect(theOnly(promoted, "AWS::Connect::User").Properties).toMatchObject({
      RoutingProfileArn: { "Fn::ImportValue": expect.stringContaining("LeaderRouting") },
    });
  });
});

describe("signing in", () => {
  test("to Amazon Connect itself is by a password that is made by chance and only named here", () => {
    const made = Object.entries(secrets(template));
    expect(made.length).toBe(3);
    for (const [, { Properties, DeletionPolicy }] of made) {
      expect(Properties["GenerateSecretString"]).toEqual({ PasswordLength: 32, ExcludePunctuation: true });
      expect(Properties["SecretString"]).toBeUndefined();
      // With the person.
      expect(DeletionPolicy).toBe("Delete");
    }
    const passwords = Object.values(users(template)).map(({ Properties }) => Properties["Password"]);
    expect(passwords).toEqual(
      made.map(([id]) => ({
        "Fn::Join": ["", ["{{resolve:secretsmanager:", { Ref: id }, ":SecretString:::}}"]],
      })),
    );
  });

  test("by SAML needs no password, and none is made", () => {
    const bySaml = peopleWith(roster, "SAML");
    expect(Object.keys(users(bySaml)).length).toBe(3);
    expect(secrets(bySaml)).toEqual({});
    expect(JSON.stringify(bySaml.toJSON())).not.toMatch(/password/i);
  });
});

describe("the hierarchy", () => {
  test("is the programme and in it the roles, made once its levels are there", () => {
    expect(
      theOnly(template, "AWS::Connect::UserHierarchyStructure").Properties["UserHierarchyStructure"],
    ).toEqual({
      LevelOne: { Name: "事業" },
      LevelTwo: { Name: "役割" },
    });
    const groups = Object.entries(resources(template, "AWS::Connect::UserHierarchyGroup"));
    expect(groups.map(([id, { Properties, DependsOn }]) => [id, Properties["Name"], DependsOn])).toEqual([
      ["Desk", "コバトンALKOOマイレージ", ["Levels"]],
      ["Operators", "オペレータ", undefined],
      ["Leaders", "LD", undefined],
      ["Supervisors", "SV", undefined],
    ]);
    for (const [, { Properties }] of groups.slice(1))
      expect(Properties["ParentGroupArn"]).toEqual({ "Fn::GetAtt": ["Desk", "UserHierarchyGroupArn"] });
  });

  test("is there before anybody is", () => {
    const empty = peopleWith([]);
    expect(users(empty)).toEqual({});
    expect(Object.keys(resources(empty, "AWS::Connect::UserHierarchyGroup")).length).toBe(4);
  });
});

test("a roster that is not what it may be stops the deployment with a sentence", () => {
  expect(() => peopleWith([{ userName: "hanako", role: "operator" }])).toThrow(
    'kobaton-alkoo/dev: roster[0].userName was "hanako": a staff code of 1 to 3 letters',
  );
});
