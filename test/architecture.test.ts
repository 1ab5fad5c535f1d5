import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

/** Who may import whom: the table of docs/architecture.md, checked on every import, type-only and dynamic ones too. */
interface Rule {
  /** Path prefixes inside the repository, besides the folder itself. */
  readonly paths: readonly string[];
  /** The same, for types only. */
  readonly types?: readonly string[];
  readonly packages: readonly RegExp[];
}

const node = /^node:/;
const awsSdk = /^@aws-sdk\//;

const rules: Readonly<Record<string, Rule>> = {
  bin: { paths: ["lib/", "programmes/"], packages: [/^aws-cdk-lib/, /^cdk-nag$/, node] },
  programmes: { paths: ["domain/"], packages: [] },
  domain: { paths: [], packages: [] },
  usecases: { paths: ["domain/"], packages: [] },
  adapters: {
    paths: ["usecases/ports/", "domain/"],
    packages: [awsSdk, /^node:(crypto|fs|os|path|stream)$/, /^fflate$/, /^pdfkit$/],
  },
  lambdas: {
    paths: ["usecases/", "domain/", "contract/", "web/form/"],
    packages: [/^@middy\//, /^valibot$/, /^postal-mime$/, /^aws-lambda$/],
  },
  "connect-flows": { paths: [], types: ["domain/programme.ts"], packages: [] },
  simulator: { paths: ["domain/"], packages: [] },
  local: {
    paths: [
      "simulator/",
      "lambdas/",
      "usecases/",
      "domain/",
      "programmes/",
      "web/",
      "adapters/table-definitions.ts",
      "adapters/system/",
      "connect-flows/flow-document.ts",
    ],
    packages: [awsSdk, node, /^aws-ses-v2-local$/, /^aws-lambda$/, /^csv-parse$/, /^postal-mime$/],
  },
  lib: {
    paths: ["programmes/", "domain/", "adapters/table-definitions.ts", "connect-flows/flow-document.ts"],
    packages: [/^aws-cdk-lib/, /^constructs$/, /^cdk-nag$/, node],
  },
  contract: { paths: [], types: ["domain/"], packages: [/^valibot$/] },
  web: { paths: [], types: ["domain/"], packages: [] },
  "web/desk": {
    paths: ["contract/"],
    types: ["domain/"],
    packages: [
      /^react(-dom)?(\/|$)/,
      /^@cloudscape-design\/components\/./,
      /^@amazon-connect\//,
      /^oidc-client-ts$/,
      /^minisearch$/,
      /^valibot$/,
      /^vite$/,
      /^@vitejs\/plugin-react$/,
    ],
  },
  tools: {
    paths: [
      "domain/",
      "programmes/",
      "connect-flows/",
      "usecases/",
      "adapters/connect/",
      "adapters/system/",
      "local/desk-exchange.ts",
      "simulator/",
    ],
    packages: [node],
  },
};

/** The one file that makes adapters may know them and the programmes. */
const compositionFile = "lambdas/edge/composition.ts";
const compositionPaths = ["adapters/", "programmes/registry.ts"];

interface Import {
  readonly file: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const found = globSync(`{${Object.keys(rules).join(",")}}/**/*.{ts,tsx}`);
const files = [...new Set(found)].filter((file) => !file.endsWith(".d.ts"));

/** The desk's screens are under a rule of their own. */
function folderOf(file: string): string {
  return file.startsWith("web/desk/") ? "web/desk" : (file.split("/")[0] ?? "");
}

const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const { module, errors } = parseSync(file, readFileSync(file, "utf8"));
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const target = (specifier: string) =>
    specifier.startsWith(".") ? relative(".", join(dirname(file), specifier)) : specifier;
  const fixed = module.staticImports.map((one) => ({
    specifier: one.moduleRequest.value,
    typeOnly: one.entries.length > 0 && one.entries.every((entry) => entry.isType),
  }));
  const passedOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
    ),
  );
  const source = readFileSync(file, "utf8");
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = /^["'](.+)["']$/.exec(source.slice(moduleRequest.start, moduleRequest.end));
    return literal?.[1] ? [{ specifier: literal[1], typeOnly: false }] : [];
  });
  return [...fixed, ...passedOn, ...dynamic].map(({ specifier, typeOnly }) => ({
    file,
    target: target(specifier),
    typeOnly,
  }));
}

function isAllowed({ file, target, typeOnly }: Import): boolean {
  const folder = folderOf(file);
  const rule = rules[folder];
  if (!rule) return false;
  const isFile = /\.(tsx?|js|json|css)$/.test(target);
  if (!isFile) return rule.packages.some((allowed) => allowed.test(target));
  const paths = [
    folder === "adapters" ? `${file.split("/").slice(0, 2).join("/")}/` : `${folder}/`,
    ...rule.paths,
    ...(typeOnly ? (rule.types ?? []) : []),
    ...(file === compositionFile ? compositionPaths : []),
  ];
  return paths.some((path) => target.startsWith(path));
}

/** Folders whose subfolders depend one way: none leads back to where it came from, through however many others. */
const oneWay = ["usecases", "domain/report", "web/desk/screens"] as const;

/** Which subfolders each subfolder imports from. What lies in the folder itself stands for itself, file by file. */
function subfolderImports(parent: string, all: readonly Import[]): ReadonlyMap<string, ReadonlySet<string>> {
  const subfolderOf = (path: string) =>
    path.startsWith(`${parent}/`) ? (path.slice(parent.length + 1).split("/")[0] ?? "") : "";
  const found = new Map<string, Set<string>>();
  for (const { file, target } of all) {
    const [from, to] = [subfolderOf(file), subfolderOf(target)];
    if (from === "" || to === "" || from === to) continue;
    found.set(from, (found.get(from) ?? new Set()).add(to));
  }
  return found;
}

/** The subfolders that can be come back to, in the order of the alphabet. */
function circleIn(parent: string, all: readonly Import[]): string[] {
  const leadsTo = subfolderImports(parent, all);
  const reached = (start: string) => {
    const seen = new Set<string>();
    const next = [...(leadsTo.get(start) ?? [])];
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (seen.has(one)) continue;
      seen.add(one);
      next.push(...(leadsTo.get(one) ?? []));
    }
    return seen;
  };
  return [...leadsTo.keys()].filter((one) => reached(one).has(one)).sort();
}

describe("the house", () => {
  test("keeps to who may import whom", () => {
    const broken = imports
      .filter((one) => !isAllowed(one))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(broken).toEqual([]);
  });

  test("was looked at: every folder of the table, and far more than a handful of imports", () => {
    expect(new Set(files.map(folderOf))).toEqual(new Set(Object.keys(rules)));
    expect(files.length).toBeGreaterThan(80);
    expect(imports.length).toBeGreaterThan(250);
    expect(imports.filter(({ typeOnly }) => typeOnly).length).toBeGreaterThan(40);
  });

  test.each([
    { file: "domain/x.ts", target: "usecases/ports/host.ts", typeOnly: true },
    { file: "domain/x.ts", target: "node:fs", typeOnly: false },
    { file: "usecases/x.ts", target: "adapters/s3/reports.ts", typeOnly: false },
    { file: "adapters/s3/x.ts", target: "adapters/ses/mailer.ts", typeOnly: false },
    { file: "lambdas/x.ts", target: "adapters/s3/reports.ts", typeOnly: false },
    { file: "lambdas/x.ts", target: "@aws-sdk/client-s3", typeOnly: false },
    { file: "simulator/x.ts", target: "connect-flows/flows/inbound.ts", typeOnly: true },
    { file: "connect-flows/x.ts", target: "domain/programme.ts", typeOnly: false },
    { file: "local/x.ts", target: "lib/data-stack.ts", typeOnly: false },
    { file: "lib/x.ts", target: "lambdas/answer-call.ts", typeOnly: true },
    { file: "web/x.ts", target: "domain/case/case.ts", typeOnly: false },
    { file: "web/x.ts", target: "lambdas/edge/form-body.ts", typeOnly: true },
    { file: "lambdas/x.ts", target: "web/base.css", typeOnly: false },
    { file: "lambdas/x.ts", target: "web/desk/format.ts", typeOnly: false },
    { file: "contract/x.ts", target: "domain/case/case.ts", typeOnly: false },
    { file: "contract/x.ts", target: "lambdas/desk/router.ts", typeOnly: true },
    { file: "usecases/x.ts", target: "contract/cases.ts", typeOnly: true },
    { file: "web/form/x.ts", target: "contract/cases.ts", typeOnly: true },
    { file: "web/form/x.ts", target: "react", typeOnly: false },
    { file: "web/desk/x.tsx", target: "domain/case/case.ts", typeOnly: false },
    { file: "web/desk/x.tsx", target: "web/form/escape-html.ts", typeOnly: false },
    { file: "web/desk/x.tsx", target: "@cloudscape-design/components", typeOnly: false },
  ])("refuses that $file imports $target", (planted) => {
    expect(isAllowed(planted)).toBe(false);
  });

  test.each(oneWay)("has no circle among the subfolders of %s", (parent) => {
    expect(subfolderImports(parent, imports).size).toBeGreaterThan(4);
    expect(circleIn(parent, imports)).toEqual([]);
  });

  test("sees a circle that is planted, also one that goes round through a third", () => {
    const planted = (file: string, target: string): Import => ({ file, target, typeOnly: true });
    const aside = [
      planted("usecases/a/x.ts", "domain/b/x.ts"),
      planted("usecases/a/x.ts", "usecases/a/y.ts"),
    ];
    const line = [
      ...aside,
      planted("usecases/a/x.ts", "usecases/b/x.ts"),
      planted("usecases/b/y.ts", "usecases/c/x.ts"),
    ];
    expect(circleIn("usecases", line)).toEqual([]);
    expect(circleIn("usecases", [...line, planted("usecases/c/y.ts", "usecases/a/x.ts")])).toEqual([
      "a",
      "b",
      "c",
    ]);
    expect(
      circleIn("usecases", [...imports, planted("usecases/settings/x.ts", "usecases/cases/edit-case.ts")]),
    ).toEqual(["cases", "settings"]);
  });

  test("asks for the time and for chance in the adapters of the system only", () => {
    const asking = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\brandomUUID\(/;
    const found = files.filter((file) =>
      asking.test(readFileSync(file, "utf8").replaceAll(/\/\*[^]*?\*\//g, "")),
    );
    expect(found.filter((file) => !file.startsWith("adapters/system/"))).toEqual([]);
    expect(found.length).toBeGreaterThan(0);
  });
});
