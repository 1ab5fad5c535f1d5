import { expect, test } from "vitest";
import { defineFlow } from "../../../connect-flows/language/block.ts";
import { checkFlow } from "../../../connect-flows/language/check.ts";

// The compiler does the checking here: `npm run types` fails if a line under @ts-expect-error compiles.

const head = { name: "sample", description: "", type: "CONTACT_FLOW", references: ["Queue"] } as const;
const voice = { kind: "setVoice", voice: { name: "Kazuha", engine: "Neural" } } as const;

test("a flow whose exits all lead somewhere compiles and has no problem", () => {
  const flow = defineFlow({
    ...head,
    start: "voice",
    blocks: {
      voice: { ...voice, next: "queue", onError: "queue" },
      queue: { kind: "setQueue", queue: "Queue", next: "hangUp", onError: "hangUp" },
      hangUp: { kind: "disconnect" },
    },
  });
  expect(checkFlow(flow)).toEqual([]);
});

test("a misspelt block name does not compile, and the check names the block", () => {
  const flow = defineFlow({
    ...head,
    references: [],
    start: "voice",
    blocks: {
      // @ts-expect-error "hangup" is not a block; "hangUp" is.
      voice: { ...voice, next: "hangup", onError: "hangUp" },
      hangUp: { kind: "disconnect" },
    },
  });
  expect(checkFlow(flow).map(({ block }) => block)).toContain("voice");
});

test("a misspelt start does not compile", () => {
  const flow = defineFlow({
    ...head,
    references: [],
    // @ts-expect-error "hangup" is not a block; "hangUp" is.
    start: "hangup",
    blocks: { hangUp: { kind: "disconnect" } },
  });
  expect(
    checkFlow(flow)
      .map(({ message }) => message)
      .join(),
  ).toContain('starts at "hangup"');
});

test("a forgotten error exit does not compile", () => {
  const flow = defineFlow({
    ...head,
    references: [],
    start: "voice",
    blocks: {
      // @ts-expect-error onError is missing.
      voice: { ...voice, next: "hangUp" },
      hangUp: { kind: "disconnect" },
    },
  });
  expect(checkFlow(flow).map(({ block }) => block)).toContain("voice");
});

test("a reference that is not declared does not compile, and the check names it", () => {
  const flow = defineFlow({
    ...head,
    start: "voice",
    blocks: {
      voice: { ...voice, next: "queue", onError: "queue" },
      // @ts-expect-error "Qeue" is not declared; "Queue" is.
      queue: { kind: "setQueue", queue: "Qeue", next: "hangUp", onError: "hangUp" },
      hangUp: { kind: "disconnect" },
    },
  });
  expect(
    checkFlow(flow)
      .map(({ message }) => message)
      .join(),
  ).toContain("${Qeue}");
});

test("a voice that an engine does not speak does not compile", () => {
  const flow = defineFlow({
    ...head,
    references: [],
    start: "voice",
    blocks: {
      voice: {
        kind: "setVoice",
        // @ts-expect-error Mizuki has no neural voice.
        voice: { name: "Mizuki", engine: "Neural" },
        next: "hangUp",
        onError: "hangUp",
      },
      hangUp: { kind: "disconnect" },
    },
  });
  expect(flow.start).toBe("voice");
});
