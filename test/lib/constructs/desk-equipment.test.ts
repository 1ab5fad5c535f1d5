import { describe, expect, test } from "vitest";
import { callCentre, resources, templatesOf, theOnly } from "../deployed.ts";

const template = templatesOf(callCentre()).routing;

describe("the security profiles", () => {
  const profiles = Object.values(resources(template, "AWS::Connect::SecurityProfile"));
  const permissionsOf = (name: string): string[] =>
    profiles.find(({ Properties }) => Properties["SecurityProfileName"] === `kobaton-alkoo-${name}`)
      ?.Properties["Permissions"];
  const [operators, leaders, supervisors] = ["operators", "leaders", "supervisors"].map(permissionsOf);

  test("are one for each role, and each allows what the one below it does", () => {
    expect(profiles.length).toBe(3);
    expect(leaders).toEqual(expect.arrayContaining(operators ?? ["nothing"]));
    expect(supervisors).toEqual(expect.arrayContaining(leaders ?? ["nothing"]));
    for (const permissions of [operators, leaders, supervisors])
      expect(new Set(permissions).size).toBe(permissions?.length);
  });

  test("let operators take, make and hand on calls, and see no contact of anybody else", () => {
    expect(operators).toEqual(
      expect.arrayContaining(["BasicAgentAccess", "OutboundCallAccess", "TransferDestinations.View"]),
    );
    expect(operators?.filter((name) => /Search|Recordings|Metrics|Manager/.test(name))).toEqual([]);
  });

  test("let leaders see the desk as it is, listen to a call and take it over, and judge it", () => {
    expect(leaders).toEqual(
      expect.arrayContaining([
        "AccessMetrics.RealTimeMetrics.Access",
        "ManagerListenIn",
        "ManagerBargeIn",
        "Evaluation.Create",
      ]),
    );
  });

  test("let nobody change what is deployed, add people, claim numbers, or take recordings out or away", () => {
    const changing = (supervisors ?? []).filter((name) =>
      /\.(?:Create|Edit|Delete|Claim|Release|Publish|EnableAndDisable|EditPermission)$/.test(name),
    );
    expect(changing).toEqual(["Evaluation.Create", "Evaluation.Edit"]);
    expect(supervisors?.filter((name) => /Download|DeleteCallRecordings|^Users\./.test(name))).toEqual([]);
  });
});

test("the statuses of the desk are 休憩, 研修, 離席 and 後処理延長, in this order", () => {
  const statuses = Object.values(resources(template, "AWS::Connect::AgentStatus"));
  expect(
    statuses.map(({ Properties }) => [Properties["DisplayOrder"], Properties["Name"], Properties["State"]]),
  ).toEqual([
    [1, "休憩", "ENABLED"],
    [2, "研修", "ENABLED"],
    [3, "離席", "ENABLED"],
    [4, "後処理延長", "ENABLED"],
  ]);
});

describe("the form for 応対品質", () => {
  const { Properties } = theOnly(template, "AWS::Connect::EvaluationForm");
  const [{ Section }] = Properties["Items"];
  const questions: Record<string, never>[] = Section.Items.map(
    ({ Question }: { Question: object }) => Question,
  );

  test("asks few questions, whose shares make a hundred, and a remark", () => {
    expect([Properties["Title"], Properties["Status"]]).toEqual(["応対品質", "ACTIVE"]);
    expect(questions.map(({ QuestionType }) => QuestionType)).toEqual([
      ...Array(5).fill("SINGLESELECT"),
      "TEXT",
    ]);
    const weights = questions.flatMap(({ Weight }) => (Weight === undefined ? [] : [Number(Weight)]));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(100);
    expect(weights.length).toBe(5);
  });

  test("has names that Amazon Connect takes, each once: letters, digits and . _ -, at most 40", () => {
    const ids = [Section.RefId, ...questions.map(({ RefId }) => RefId)];
    expect(new Set(ids).size).toBe(7);
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9._-]{1,40}$/);
  });

  test("counts what was done fully, partly and not at all", () => {
    const { Options } = questions[0]!["QuestionTypeProperties"]!["SingleSelect"];
    expect((Options as { Text: string; Score: number }[]).map(({ Text, Score }) => [Text, Score])).toEqual([
      ["できた", 10],
      ["一部できた", 5],
      ["できなかった", 0],
    ]);
  });
});

describe("the form for a task of a written inquiry", () => {
  const { Properties } = theOnly(template, "AWS::Connect::TaskTemplate");

  test("asks for the subject and the receipt number, and goes the way of the web form's", () => {
    const flow = Object.entries(resources(template, "AWS::Connect::ContactFlow")).find(
      ([, { Properties: flow }]) => flow["Name"] === "kobaton-alkoo-inquiry-task",
    );
    expect(Properties["ContactFlowArn"]).toEqual({ "Fn::GetAtt": [flow?.[0], "ContactFlowArn"] });
    expect(Properties["Constraints"]).toEqual({
      RequiredFields: [{ Id: { Name: "件名" } }, { Id: { Name: "受付番号" } }],
    });
  });

  test("has one name and one description, as every template must", () => {
    const types = Properties["Fields"].map(({ Type }: { Type: string }) => Type);
    expect(types).toEqual(["NAME", "TEXT", "DATE_TIME", "DESCRIPTION"]);
  });
});
