import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { placeholderOfFlow, placeholdersOf } from "../../connect-flows/flow-document.ts";
import { flowsOf } from "../../connect-flows/flows/flows-of.ts";
import { checkFlow } from "../../connect-flows/language/check.ts";
import { flowText } from "../../connect-flows/language/to-json.ts";
import { programmes } from "../../programmes/registry.ts";

const folder = join(import.meta.dirname, "..", "..", "connect-flows", "json");

test("the committed JSON is what the source generates, and nothing else lies beside it: else run npm run flows", () => {
  const generated = programmes.flatMap((programme) =>
    flowsOf(programme).map((flow) => [`${programme.id}/${flow.name}.json`, flowText(flow)] as const),
  );
  const committed = readdirSync(folder, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

  expect(generated.length).toBeGreaterThanOrEqual(2);
  expect(committed.toSorted()).toEqual(generated.map(([file]) => file).toSorted());
  for (const [file, text] of generated) expect(readFileSync(join(folder, file), "utf8"), file).toBe(text);
});

test("the same source gives the same bytes each time", () => {
  for (const programme of programmes)
    expect(flowsOf(programme).map(flowText)).toEqual(flowsOf(programme).map(flowText));
});

test("no flow of any programme has a problem", () => {
  for (const programme of programmes) expect(flowsOf(programme).flatMap(checkFlow)).toEqual([]);
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
