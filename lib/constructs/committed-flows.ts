import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type FlowType, flowTypeOf, placeholdersOf } from "../../connect-flows/flow-document.ts";

/** A flow as it is committed: the file `connect-flows/json/<programme id>/<name>.json`. */
export interface CommittedFlow {
  readonly name: string;
  readonly type: FlowType;
  readonly text: string;
  /** The names of its `${Name}`. */
  readonly placeholders: readonly string[];
}

const flowsFolder = join(import.meta.dirname, "../../connect-flows/json");

/** Every committed flow of a programme, in order of name. */
export function committedFlows(programmeId: string): CommittedFlow[] {
  const folder = join(flowsFolder, programmeId);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return files.sort().map((file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const type = flowTypeOf(JSON.parse(text));
    return { name: basename(file, ".json"), type, text, placeholders: placeholdersOf(text) };
  });
}
