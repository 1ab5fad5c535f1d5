import { describe, expect, test } from "vitest";
import { flowsOf } from "../../../connect-flows/flows/flows-of.ts";
import { flowDocument } from "../../../connect-flows/language/to-json.ts";
import { flowPicture } from "../../../connect-flows/language/to-svg.ts";
import { kobatonAlkoo } from "../../../programmes/kobaton-alkoo/programme.ts";

interface Box {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}

const boxPattern =
  /<g id="block-([^"]+)" class="block" transform="translate\(([\d.]+) ([\d.]+)\)">([\s\S]*?)<\/g>/g;

function boxesOf(picture: string): Box[] {
  return [...picture.matchAll(boxPattern)].map(([, name = "", x, y, inside = ""]) => {
    const [, width, height] = /<rect width="(\d+)" height="(\d+)"/.exec(inside) ?? [];
    const text = [...inside.matchAll(/<text[^>]*>([^<]*)/g)].map(([, line = ""]) => line).join("\n");
    return { name, x: Number(x), y: Number(y), width: Number(width), height: Number(height), text };
  });
}

/** The straight pieces of every arrow. */
function piecesOf(picture: string): { x1: number; y1: number; x2: number; y2: number }[] {
  return [...picture.matchAll(/<path d="M([\d. L]+)" fill="none"[^>]* stroke-linejoin/g)].flatMap(
    ([, path = ""]) => {
      const corners = path.split("L").map((corner) => corner.split(" ").map(Number));
      return corners.slice(1).map(([x2 = 0, y2 = 0], index) => {
        const [x1 = 0, y1 = 0] = corners[index] ?? [];
        return { x1, y1, x2, y2 };
      });
    },
  );
}

describe.each(flowsOf(kobatonAlkoo).map((flow) => [flow.name, flow] as const))(
  "the picture of %s",
  (_, flow) => {
    const picture = flowPicture(flow);
    const boxes = boxesOf(picture);

    test("has a group with a title for each block of the JSON, and for nothing else", () => {
      expect(boxes.map(({ name }) => name).toSorted()).toEqual(
        flowDocument(flow)
          .Actions.map(({ Identifier }) => Identifier)
          .toSorted(),
      );
      for (const { name, text } of boxes) expect(text.split("\n")[0]).toBe(name);
      expect(picture.match(/class="block"[^>]*>\n<title>/g)).toHaveLength(boxes.length);
    });

    test("has no block over another or outside the picture", () => {
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(picture) ?? [];
      for (const [index, one] of boxes.entries()) {
        expect(one.x).toBeGreaterThanOrEqual(0);
        expect(one.x + one.width).toBeLessThanOrEqual(Number(width));
        expect(one.y + one.height).toBeLessThanOrEqual(Number(height));
        for (const other of boxes.slice(index + 1)) {
          const apart =
            one.x + one.width < other.x ||
            other.x + other.width < one.x ||
            one.y + one.height < other.y ||
            other.y + other.height < one.y;
          expect(apart, `${one.name} and ${other.name}`).toBe(true);
        }
      }
    });

    test("has no arrow through a block", () => {
      const pieces = piecesOf(picture);
      expect(pieces.length).toBeGreaterThanOrEqual((boxes.length - 1) * 3);
      for (const { name, x, y, width, height } of boxes)
        for (const { x1, y1, x2, y2 } of pieces) {
          const through =
            Math.min(x1, x2) < x + width - 1 &&
            Math.max(x1, x2) > x + 1 &&
            Math.min(y1, y2) < y + height - 1 &&
            Math.max(y1, y2) > y + 1;
          expect(through, `${name} and ${x1},${y1} to ${x2},${y2}`).toBe(false);
        }
    });

    test("names every exit of every block, and shows every spoken text", () => {
      for (const { Identifier, Transitions } of flowDocument(flow).Actions) {
        const text = boxes.find(({ name }) => name === Identifier)?.text ?? "";
        for (const { Condition } of Transitions.Conditions ?? [])
          expect(text).toContain(Condition.Operands[0]);
        for (const { ErrorType } of Transitions.Errors ?? [])
          expect(text).toMatch(ErrorType === "NoMatchingError" ? /error/ : /else|no key|full/);
      }
      for (const block of Object.values(flow.blocks))
        if (block.kind === "say" && block.text.length < 60)
          expect(boxes.map(({ text }) => text.replaceAll("\n", "")).join()).toContain(block.text);
    });

    test("needs no other file and asks for nothing", () => {
      expect(picture.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
        /https?:|href|@import|<script|url\((?!#)/,
      );
    });
  },
);

test("text that looks like markup is drawn as text", () => {
  const picture = flowPicture({
    name: "x",
    description: "<b>",
    type: "CONTACT_FLOW",
    references: [],
    start: "a&b",
    blocks: {
      "a&b": { kind: "say", text: '<i>"', next: "end", onError: "end" },
      end: { kind: "disconnect" },
    },
  });
  expect(picture).toContain('id="block-a&amp;b"');
  expect(picture).toContain("&lt;i&gt;");
  expect(picture).not.toMatch(/<b>|<i>/);
});
