import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { describe, expect, test } from "vitest";
import { dynamoDbAnnouncements } from "../adapters/dynamodb/announcements.ts";
import { dynamoDbEntries } from "../adapters/dynamodb/entries.ts";
import type { Table } from "../adapters/dynamodb/table.ts";
import { tableDefinitions } from "../adapters/table-definitions.ts";
import { checkSpecialDay, type SpecialDay } from "../domain/calendar/opening-rules.ts";
import { dev } from "../programmes/kobaton-alkoo/environments/dev.ts";
import { prod } from "../programmes/kobaton-alkoo/environments/prod.ts";
import { kobatonAlkoo } from "../programmes/kobaton-alkoo/programme.ts";
import { specialDaysIn } from "../usecases/kept/desk-stores.ts";
import { callCentre, type Resource, templatesOf } from "./lib/deployed.ts";

/** Members of AWS's answers that the pages tell the reader to look at; a name that is neither these nor ours is a mistake. */
const answersOfAws: readonly string[] = [
  "Account",
  "Count",
  "DeletedDate",
  "EarliestRestorableDateTime",
  "Enabled",
  "FlowId",
  "FunctionError",
  "Item",
  "KeyState",
  "KinesisBatchInfo",
  "PendingConfirmation",
  "PendingDeletion",
  "PhoneNumber",
  "PhoneNumberArn",
  "PhoneNumberCountryCode",
  "PhysicalResourceId",
  "PointInTimeRecoveryStatus",
  "ProductionAccessEnabled",
  "State",
  "VerifiedForSendingStatus",
  "requestPayload",
];

const folder = "docs/runbooks";
const read = (path: string) => readFileSync(path, "utf8");
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = ""]) => found);

const index = read(join(folder, "README.md"));
const pages = globSync(`${folder}/*.md`)
  .filter((path) => basename(path) !== "README.md")
  .sort()
  .map((path) => ({ path, name: basename(path), text: read(path) }));
const documents = [{ path: join(folder, "README.md"), text: index }, ...pages];
const everything = documents.map(({ text }) => text).join("\n");

/** The numbered steps of a page: those of its section 手順, each with all that belongs to it. */
function stepsOf(text: string): { readonly number: number; readonly text: string }[] {
  const [section = ""] = (text.split(/^## 手順$/m)[1] ?? "").split(/^## /m);
  return section
    .split(/^(?=\d+\. )/m)
    .filter((part) => /^\d+\. /.test(part))
    .map((part) => ({ number: Number.parseInt(part, 10), text: part }));
}

/** The production desk, once its number, its screens, and somebody who is told of its costs, are there. */
const settings = {
  ...prod,
  alarmMails: ["alarms@example.jp"],
  monthlyCostLimitUsd: 1000,
  hoursFrom: "2024-07-01",
  deskAddress: "https://desk.example.jp",
  deskSignInPrefix: "kobaton-desk",
  landingNumberArn:
    "arn:aws:connect:ap-northeast-1:111122223333:phone-number/12345678-1234-1234-1234-123456789012",
};
const stacks = { dev: callCentre(), prod: callCentre(settings) };
const templates = templatesOf(stacks.prod);
type Part = keyof typeof templates;
const parts = Object.keys(templates) as Part[];
const resourcesOf = (part: Part) =>
  Object.entries(templates[part].toJSON()["Resources"] as Record<string, Resource>);
const outputsOf = (part: Part) => Object.keys((templates[part].toJSON()["Outputs"] ?? {}) as object);
const everyResource = parts.flatMap(resourcesOf);
/** A logical id as the code names it: without the eight letters that the CDK adds. */
const namedInCode = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, "");
/** A rule that writes to the people whom alarms are sent to. */
const tellsPeople = ({ Type, Properties }: Resource) =>
  Type === "AWS::Events::Rule" && /:ExportsOutputRefAlarms/.test(JSON.stringify(Properties["Targets"]));
const alarms = everyResource
  .filter(
    ([, resource]) =>
      resource.Type === "AWS::CloudWatch::Alarm" ||
      resource.Type === "AWS::Budgets::Budget" ||
      tellsPeople(resource),
  )
  .map(([id]) => namedInCode(id));

describe("the runbooks", () => {
  test("are these, each headed, with its six parts in one order, and listed in the index", () => {
    expect(pages.map(({ name }) => basename(name, ".md"))).toEqual(
      expect.arrayContaining([
        "deploy",
        "desk-sign-in",
        "emergency-closing",
        "mobile-call-out",
        "number-and-navi-dial",
        "opening-checklist",
        "remove",
        "restore",
        "ses",
      ]),
    );
    expect(pages.length).toBeGreaterThanOrEqual(8);
    for (const { name, text } of pages) {
      expect(text, name).toMatch(/^# \S/);
      expect(all(text, /^## (.+)$/gm), name).toEqual([
        "目的",
        "いつ使うか",
        "必要な権限と所要時間",
        "手順",
        "うまくいかないとき",
        "元に戻すには",
      ]);
      expect(index, name).toContain(`](${name})`);
    }
  });

  test("number their steps from 1, and say at each how it is checked", () => {
    let looked = 0;
    for (const { name, text } of pages) {
      const steps = stepsOf(text);
      expect(
        steps.map(({ number }) => number),
        name,
      ).toEqual(steps.map((_, at) => at + 1));
      for (const step of steps)
        expect(all(step.text, /^ {3,4}確認: (\S.*)$/gm), `${name} ${step.number}`).toHaveLength(1);
      expect(steps.length, name).toBeGreaterThan(5);
      looked += steps.length;
    }
    expect(looked).toBeGreaterThanOrEqual(50);
  });

  test("refer only to steps that are there", () => {
    let looked = 0;
    const referring = /\[[^\]]+\]\(([a-z-]+\.md)\)の手順([\d、と]+)|手順(\d+(?:[、とか](?:ら)?\d+)*)/g;
    for (const { name, text } of pages)
      for (const [, other, theirs, ours] of text.matchAll(referring)) {
        const count = stepsOf(other === undefined ? text : read(join(folder, other))).length;
        for (const number of (theirs ?? ours ?? "").match(/\d+/g) ?? []) {
          looked++;
          expect(Number(number), `${name}: ${other ?? name} ${number}`).toBeLessThanOrEqual(count);
        }
      }
    expect(looked).toBeGreaterThan(20);
  });
});

describe("the table of alarms", () => {
  const rows = [...index.matchAll(/^\| `(\w+)` \| .+ \| \[[^\]]+\]\(([^)]+)\) \|$/gm)];

  test("names each alarm that is deployed, once, and no other", () => {
    expect(alarms.length).toBeGreaterThanOrEqual(9);
    expect(rows.map(([, name = ""]) => name).sort()).toEqual([...alarms].sort());
  });

  test("leads to a page that names the alarm", () => {
    for (const [, name = "", page = ""] of rows)
      expect(read(join(folder, page)), name).toContain(`\`${name}\``);
  });
});

describe("the commands", () => {
  test("name scripts and programs that this project has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const run = all(everything, /npm run (?:--silent )?(\S+)/g);
    expect(run.length).toBeGreaterThan(3);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
    expect(
      all(everything, /npm (\w+)/g).filter((word) => !["run", "ci", "test", "start"].includes(word)),
    ).toEqual([]);
    const programs = all(everything, /npx (\S+)/g);
    expect(programs.length).toBeGreaterThan(8);
    expect(programs.filter((name) => !existsSync(join("node_modules/.bin", name)))).toEqual([]);
    const environments = all(everything, /--context environment=(\w+)/g);
    expect(environments.filter((name) => name !== dev.environment && name !== prod.environment)).toEqual([]);
  });

  test("name verbs of the command line, with options that their help names", async () => {
    const files = readdirSync("local/verbs").map((file) => `../local/verbs/${file}`);
    const modules = await Promise.all(files.map((file) => import(file) as Promise<Record<string, unknown>>));
    const verbs = modules
      .flatMap((module) => Object.values(module))
      .filter(
        (value): value is { name: string; help: string } =>
          typeof value === "object" && value !== null && "help" in value,
      );
    expect(verbs.length).toBeGreaterThan(8);
    const used = all(everything, /callcentre (?:-- )?([a-z][^`\n]*)/g);
    expect(used.length).toBeGreaterThan(5);
    for (const words of used) {
      const verb = verbs.find(({ name }) => `${words} `.startsWith(`${name} `));
      expect(verb, words).toBeDefined();
      for (const option of words.match(/--\w+/g) ?? []) expect(verb?.help, words).toContain(option);
    }
  });

  test("ask for outputs and resources that the stacks have", () => {
    const outputs = [...everything.matchAll(/\bout "\$P-(\w+)" (\w+)/g)];
    expect(outputs.length).toBeGreaterThan(15);
    for (const [asked, part = "", output] of outputs) {
      expect(parts, asked).toContain(part);
      expect(outputsOf(part as Part), asked).toContain(output);
    }
    const resources = [...everything.matchAll(/\bres "\$P-(\w+)" (\S+) (\w+)/g)];
    expect(resources.length).toBeGreaterThan(5);
    for (const [asked, part = "", type, prefix = ""] of resources) {
      expect(parts, asked).toContain(part);
      const found = resourcesOf(part as Part).filter(
        ([id, { Type }]) => Type === type && id.startsWith(prefix),
      );
      expect(found, asked).toHaveLength(1);
    }
    expect(all(everything, /\$P-(\w+)/g).filter((part) => !(part in templates))).toEqual([]);
  });
});

describe("the names", () => {
  test("of stacks, functions and what Amazon Connect is given are those that are deployed", () => {
    const { id } = kobatonAlkoo;
    const deployed = Object.values(stacks)
      .flatMap((centre) => Object.values(centre))
      .map(({ stackName }) => stackName);
    const functions = everyResource.flatMap(
      ([, { Properties }]) => Properties?.["FunctionName"] ?? [],
    ) as string[];
    const given = everyResource.flatMap(([, { Properties }]) => Properties?.["Name"] ?? []) as string[];
    const known = new Set([
      ...deployed,
      ...deployed.map((name) => name.replace(/-\w+$/, "")),
      ...functions,
      ...given,
      id,
    ]);
    const named = [...everything.matchAll(new RegExp(`(?:[a-z]+-)*${id}(?:-[a-z]+)*`, "g"))].map(
      ([name]) => name,
    );
    expect(named.length).toBeGreaterThan(50);
    const unknown = named.filter(
      (name) => !known.has(name) && !alarms.some((alarm) => name.endsWith(`-${alarm}`)),
    );
    expect(unknown.map((name) => name.replace("prod-", "dev-")).filter((name) => !known.has(name))).toEqual(
      [],
    );
  });

  test("in code style are settings, outputs, alarms, tables, resources or columns of ours, or listed members of AWS's answers", () => {
    const keysOf = (value: unknown): string[] =>
      typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
        : [];
    const ours = new Set([
      ...keysOf(settings),
      ...keysOf(kobatonAlkoo),
      ...parts.flatMap(outputsOf),
      ...everyResource.map(([logicalId]) => namedInCode(logicalId)),
      ...Object.keys(tableDefinitions),
      ...Object.values(tableDefinitions).flatMap(({ expiresBy }) => expiresBy ?? []),
    ]);
    // Words of several humps, or with a capital: ordinary words in code style are not names.
    const names = all(everything, /`([A-Za-z]+)`/g).filter((name) => /[a-z][A-Z]|^[A-Z][a-z]/.test(name));
    expect(names.filter((name) => ours.has(name)).length).toBeGreaterThan(40);
    expect([...new Set(names)].filter((name) => !ours.has(name)).sort()).toEqual(answersOfAws);
  });

  test("of files are those of files that are there", () => {
    const files = all(everything, /`((?:lib|programmes|docs|test|local)\/[\w./-]+)`/g);
    expect(files.length).toBeGreaterThan(4);
    expect(files.filter((path) => !existsSync(path))).toEqual([]);
  });

  test("behind links lead somewhere", () => {
    const links = documents.flatMap(({ path, text }) =>
      all(text, /\]\(([^)#]+)(?:#[^)]*)?\)/g).map((target) => join(dirname(path), target)),
    );
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((target) => !existsSync(target))).toEqual([]);
    for (const file of ["README.md", "README.ja.md", "docs/architecture.md"])
      expect(read(file), file).toContain("runbooks/README.md");
  });
});

describe("what an emergency writes by hand", () => {
  const page = read(join(folder, "emergency-closing.md"));
  const items = all(page, /--item (?:'|")(\{[\s\S]*?\})(?:'|")$/gm);
  const itemOf = (text: string) =>
    unmarshall(
      JSON.parse(
        text
          .replaceAll('\\"', '"')
          .replaceAll("$" + "{UNTIL}", "1723795200")
          .replaceAll("$UNTIL", "1723795200")
          .replaceAll("$TEXT", "台風のため"),
      ) as Parameters<typeof unmarshall>[0],
    );

  /** What a store writes, without a table. */
  async function written(write: (table: Table) => Promise<void>): Promise<unknown> {
    const puts: unknown[] = [];
    await write({ put: async (item: unknown) => void puts.push(item) } as unknown as Table);
    return puts[0];
  }

  test("is what the service itself would write: the announcement", async () => {
    // 1723795200 is 2024-08-16T17:00+09:00.
    const announcement = { text: "台風のため", until: Date.UTC(2024, 7, 16, 8) };
    const item = await written((table) => dynamoDbAnnouncements(table).set(kobatonAlkoo.id, announcement));
    expect(itemOf(items[0] ?? "")).toEqual(item);
  });

  test("is what the service itself would write: days that end early or are closed", async () => {
    const days = items.slice(1).map(itemOf);
    expect(days.map((day) => day["kind"])).toEqual(["opening", "closing"]);
    for (const { programme: _programme, entry: _entry, ...day } of days) {
      expect(checkSpecialDay(day as SpecialDay).ok).toBe(true);
      const item = await written((table) =>
        specialDaysIn((kind) => dynamoDbEntries(table, kind)).enter(kobatonAlkoo.id, day as SpecialDay),
      );
      expect(days).toContainEqual(item);
    }
  });
});
