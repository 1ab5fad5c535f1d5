import { actionOf } from "./action.ts";
import type { ErrorType, Exit } from "./action-rule.ts";
import type { Block } from "./block.ts";

/** What a picture shows of a block, with its size in pixels. */
export interface BlockPicture {
  readonly name: string;
  readonly kind: string;
  /** What it says, asks or names, in lines that fit. */
  readonly lines: readonly string[];
  /** The ways out, one for each block that they lead to. */
  readonly ports: readonly Port[];
  readonly width: number;
  readonly height: number;
}

/** One or more exits to the same block, drawn as one cell at the bottom of the block. */
interface Port {
  readonly to: string;
  readonly label: string;
  /** Only a fault leads this way. */
  readonly fault: boolean;
  readonly width: number;
}

/** Sizes in pixels; a README is shown about 900 wide, so text stays at a size that can be read there. */
export const titleHeight = 40;
export const lineHeight = 17;
export const portHeight = 22;
const textSize = 12;
const portSize = 11;
const leastWidth = 190;
const mostTextWidth = 250;
const mostLines = 5;

/** What a block looks like. The same block always looks the same. */
export function pictureOf(name: string, block: Block): BlockPicture {
  const ports = portsOf(block);
  const lines = wrapped(contentOf(block));
  const width = Math.ceil(
    Math.max(
      leastWidth,
      textWidth(name, 14) + 24,
      ...lines.map((line) => textWidth(line, textSize) + 24),
      ports.reduce((sum, port) => sum + port.width, 0),
    ),
  );
  const height =
    titleHeight +
    lines.length * lineHeight +
    (lines.length > 0 ? 8 : 0) +
    (ports.length > 0 ? portHeight : 0);
  return { name, kind: kindOf(block), lines, ports, width, height };
}

/** How wide a text is, roughly: a letter a little over half its size, a Japanese character its size. */
function textWidth(text: string, size: number): number {
  return Array.from(text).reduce(
    (width, character) => width + (/[\u0020-\u007e]/.test(character) ? 0.6 : 1) * size,
    0,
  );
}

function portsOf(block: Block): Port[] {
  const byTarget = new Map<string, Exit[]>();
  for (const exit of actionOf(block).exits) byTarget.set(exit.to, [...(byTarget.get(exit.to) ?? []), exit]);
  return [...byTarget].map(([to, exits]) => {
    const label = exits.map(labelOf).join(" · ");
    const fault = exits.every((exit) => exit.on === "error" && exit.error === "NoMatchingError");
    return { to, label, fault, width: Math.ceil(textWidth(label, portSize) + 16) };
  });
}

const errorLabels: Readonly<Record<ErrorType, string>> = {
  NoMatchingError: "error",
  NoMatchingCondition: "else",
  InputTimeLimitExceeded: "no key",
  QueueAtCapacity: "full",
};

function labelOf(exit: Exit): string {
  if (exit.on === "next") return "next";
  if (exit.on === "error") return errorLabels[exit.error];
  const signs = { Equals: "", TextContains: "has ", NumberGreaterThan: "> " };
  return `${signs[exit.operator]}${exit.operand}`;
}

/** `transferToQueue` is read as "transfer to queue". */
function kindOf({ kind }: Block): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

const contents: { readonly [Kind in Block["kind"]]?: (block: Extract<Block, { kind: Kind }>) => string } = {
  setVoice: ({ voice }) => `${voice.name}, ${voice.engine}`,
  setLanguage: ({ language }) => language,
  invokeLambda: ({ function: name, parameters }) => `${name}: ${pairs(parameters)}`,
  setAttributes: ({ attributes }) => pairs(attributes),
  compare: ({ value }) => value,
  test: ({ value }) => value,
  loop: ({ times }) => `${times} times`,
  checkHours: ({ hours }) => hours,
  say: ({ text }) => text,
  menu: ({ text }) => text,
  storeNumber: ({ text }) => text,
  setLogging: ({ logging }) => logging,
  recordCall: () => "operator and caller",
  setHook: ({ hook, flow }) => `${hook}: ${flow}`,
  setQueue: ({ queue }) => queue,
  repeatMessages: ({ messages, interruption }) =>
    messages.map(({ text }) => text).join("") +
    (interruption === "none" ? "" : `(${interruption.afterSeconds} s)`),
};

function contentOf(block: Block): string {
  return contentOfKind(block);
}

function contentOfKind<Kind extends Block["kind"]>(block: Extract<Block, { kind: Kind }>): string {
  return contents[block.kind as Kind]?.(block) ?? "";
}

function pairs(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key} = ${value}`)
    .join(", ");
}

/** Breaks anywhere between Japanese characters, between words elsewhere; what does not fit ends in an ellipsis. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/[\u0021-\u007e]+ ?|./gu) ?? []) {
    const opensLine = line !== "" && !/^[、。）]/u.test(piece);
    if (opensLine && textWidth(line + piece, textSize) > mostTextWidth) {
      lines.push(line);
      line = "";
    }
    line += piece;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1] ?? ""}…`];
}
