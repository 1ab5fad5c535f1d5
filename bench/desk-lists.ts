import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newSecret } from "../adapters/system/ids.ts";
import { startEmbeddedCloud } from "../local/embedded-cloud.ts";
import { filledDesk, fillFolder } from "./desk/filled-desk.ts";
import type { DeskAge } from "./desk/history.ts";
import { listRequests, type ListRequest } from "./desk/list-requests.ts";
import { median } from "./rounds.ts";

/**
 * Every list and every search of the desk's API, with 100,000 cases in the store beside the same with 1,000: one desk two days
 * old, and at the end of its contract. A day has the same number of cases in both, so a list of a day is the same list; what
 * happened grows fifty-fold, what waits ten-fold. A full page is compared with a full page: the first, one in the middle and
 * the last. Each store has a process and an embedded cloud of its own; the two are asked in turn, never at once.
 */
const ages: Readonly<Record<"1,000" | "100,000", DeskAge>> = {
  "1,000": { cases: 1_000, perDay: 540, past: 60, waiting: 60, due: 230, ofOnePerson: 50 },
  "100,000": { cases: 100_000, perDay: 540, past: 3_010, waiting: 610, due: 2_630, ofOnePerson: 510 },
};

/** Rounds for a page of a list; and for a search that finds one thing, which takes so little that chance tells. */
const rounds = 9;
const roundsOfOne = 41;
const atMost = 2;

/** What the parent asks of a store, and what that answers. */
type Question = { readonly list: number } | { readonly list: number; readonly page: number };
interface Places {
  /** Rows of the first, a middle and the last page of a list; fewer where it has fewer pages. */
  readonly rows: readonly number[];
  readonly pages: number;
}

interface Store {
  ask<Answer>(question: Question): Promise<Answer>;
  end(): Promise<void>;
}

async function startStore(name: keyof typeof ages): Promise<{ store: Store; lists: readonly ListRequest[] }> {
  const child = fork(import.meta.filename, [name], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  const lists = await answerOf<readonly ListRequest[]>(child);
  return {
    lists,
    store: {
      ask: async (question) => {
        child.send(question);
        return answerOf(child);
      },
      end: async () => {
        child.disconnect();
        await once(child, "exit");
      },
    },
  };
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = once(child, "exit", { signal }).then(() => {
    throw new Error("A store ended before it answered.");
  });
  try {
    const [message] = (await Promise.race([once(child, "message", { signal }), ended])) as [Answer];
    return message;
  } finally {
    waiting.abort();
  }
}

/** The pages whose cursors are kept: the first, the middle and the last. */
const pageNames = ["first page", "a page in the middle", "last page"];

/** A store of its own, which answers how long a page takes in milliseconds. */
async function beStore(name: keyof typeof ages): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "bench-desk-lists-"));
  const landmarks = await fillFolder(folder, ages[name]);
  const cloud = await startEmbeddedCloud({ stateFolder: folder, newSecret });
  Object.assign(process.env, cloud.environment);
  const desk = await filledDesk(cloud.environment);
  const lists = listRequests(landmarks);
  const kept = new Map<number, readonly (string | undefined)[]>();

  async function answer(question: Question): Promise<unknown> {
    const list = lists[question.list];
    if (!list) throw new Error("There is no such list.");
    if (!("page" in question)) return walked(list, question.list);
    const after = kept.get(question.list)?.[question.page];
    const start = process.hrtime.bigint();
    await desk.ask(list, after);
    return Number(process.hrtime.bigint() - start) / 1e6;
  }

  async function walked(list: ListRequest, index: number): Promise<Places> {
    const places: (string | undefined)[] = [undefined];
    const rows: number[] = [];
    for (let place = 0; place < places.length; place++) {
      const page = await desk.ask(list, places[place]);
      rows.push(page.rows);
      if (page.next !== undefined) places.push(page.next);
    }
    const last = places.length - 1;
    const chosen = [...new Set([0, Math.floor(last / 2), last])];
    kept.set(
      index,
      chosen.map((place) => places[place]),
    );
    return { rows: chosen.map((place) => rows[place] ?? 0), pages: places.length };
  }

  process.on("message", (question: Question) => {
    void answer(question).then((answered) => process.send?.(answered));
  });
  process.once("disconnect", () => {
    void Promise.all([desk.stop(), cloud.stop()]).then(() => rmSync(folder, { recursive: true }));
  });
  process.send?.(lists);
}

async function compare(): Promise<void> {
  const [small, large] = await Promise.all([startStore("1,000"), startStore("100,000")]);
  for (const [index, list] of large.lists.entries()) {
    const [few, many] = [
      await small.store.ask<Places>({ list: index }),
      await large.store.ask<Places>({ list: index }),
    ];
    const names = many.rows.length === 1 ? [""] : pageNames.slice(-many.rows.length);
    for (const [page, name] of [...many.rows.keys()].map((at) => [at, names[at] ?? ""] as const)) {
      // A list that has fewer pages in the small store is compared with the last of them.
      const pageOfFew = Math.min(page, few.rows.length - 1);
      const taken = { ours: [] as number[], peer: [] as number[] };
      for (let round = 0; round < (list.rows === undefined ? roundsOfOne : rounds); round++)
        for (const who of round % 2 === 0 ? (["ours", "peer"] as const) : (["peer", "ours"] as const))
          taken[who].push(
            await (who === "ours"
              ? large.store.ask<number>({ list: index, page })
              : small.store.ask<number>({ list: index, page: pageOfFew })),
          );
      const [oursValue, peerValue] = [median(taken.ours), median(taken.peer)];
      console.log(
        JSON.stringify({
          part: `desk: ${[`${list.route} ${list.view}`, name].filter(Boolean).join(", ")}, ${many.rows[page]} of 100,000 cases`,
          peer: `${few.rows[pageOfFew]} of 1,000`,
          oursValue,
          peerValue,
          unit: "ms",
          ratio: oursValue / peerValue,
          atMost,
        }),
      );
    }
  }
  await Promise.all([small.store.end(), large.store.end()]);
}

const [name] = process.argv.slice(2);
if (name === "1,000" || name === "100,000") await beStore(name);
else await compare();
