import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { placeholderOfFlow, placeholdersOf } from "../../connect-flows/flow-document.ts";
import { flowsOf } from "../../connect-flows/flows/flows-of.ts";
import { generatedFiles, generatedFolders } from "../../connect-flows/generated-files.ts";
import { checkFlows } from "../../connect-flows/language/check-hooks.ts";
import { flowText } from "../../connect-flows/language/to-json.ts";
import { programmes } from "../../programmes/registry.ts";

const root = join(import.meta.dirname, "..", "..");

test("JSON and pictures are what the source generates, and nothing else lies beside them: else run npm run flows", () => {
  const generated = generatedFiles(programmes);
  const committed = generatedFolders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  const flows = programmes.reduce((sum, programme) => sum + flowsOf(programme).length, 0);
  expect(flows).toBeGreaterThanOrEqual(8);
  expect(generated.size).toBe(flows * 2 + 1);
  expect(committed.toSorted()).toEqual([...generated.keys()].toSorted());
  for (const [file, text] of generated) expect(readFileSync(join(root, file), "utf8"), file).toBe(text);
});

test("the same source gives the same bytes each time", () => {
  expect([...generatedFiles(programmes)]).toEqual([...generatedFiles(programmes)]);
});

test("the page of pictures shows every flow of every programme", () => {
  const page = readFileSync(join(root, "docs/flows/README.md"), "utf8");
  const shown = [...page.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file = ""]) => file);
  const flows = programmes.flatMap((programme) =>
    flowsOf(programme).map(({ name }) => `${programme.id}/${name}.svg`),
  );
  expect(shown.toSorted()).toEqual(flows.toSorted());
});

test("no flow of any programme has a problem", () => {
  for (const programme of programmes) expect(checkFlows(flowsOf(programme))).toEqual([]);
});

test("a flow comes after the flows that it names, so a deployment can make them in this order", () => {
  for (const programme of programmes) {
    const flows = flowsOf(programme);
    const own = new Set(flows.map(({ name }) => placeholderOfFlow(name)));
    const made = new Set<string>();
    let named = 0;
    for (const flow of flows) {
      for (const placeholder of placeholdersOf(flowText(flow)).filter((name) => own.has(name))) {
        expect(made).toContain(placeholder);
        named++;
      }
      made.add(placeholderOfFlow(flow.name));
    }
    expect(named).toBeGreaterThan(0);
  }
});
