import { describe, expect, test } from "vitest";
import type { GivenPicture, PictureStore } from "../../usecases/ports/inquiries.ts";
import { plainJpeg, plainPng } from "../support/pictures.ts";

const jpeg: GivenPicture = { name: "地図 (1).jpg", type: "image/jpeg", bytes: plainJpeg };
const png: GivenPicture = { name: "../画面😀.png", type: "image/png", bytes: plainPng };

/** What every store of the form's pictures promises. */
export function pictureStoreContract(store: () => PictureStore, newProgramme: () => string): void {
  const shown = (refs: readonly { name: string; type: string; bytes: number }[]) =>
    refs.map(({ name, type, bytes }) => [name, type, bytes]);
  const both = [
    ["地図 (1).jpg", "image/jpeg", plainJpeg.length],
    ["../画面😀.png", "image/png", plainPng.length],
  ];

  test("a page's pictures are there as they were given: in order, with their names and sizes", async () => {
    const programme = newProgramme();
    expect(shown(await store().keep(programme, "page", [jpeg, png]))).toEqual(both);
    expect(shown(await store().of(programme, "page"))).toEqual(both);
    expect(await store().of(programme, "another page")).toEqual([]);
    expect(await store().of(newProgramme(), "page")).toEqual([]);
  });

  test("no name becomes part of a key, under which pictures lie and are logged", async () => {
    const refs = await store().keep(newProgramme(), "page", [jpeg, png]);
    for (const { key } of refs) expect(key).toMatch(/^arrived\/[\w-]+\/page\/\d$/);
    expect(new Set(refs.map(({ key }) => key)).size).toBe(2);
  });

  test("new pictures take the place of those that a page had", async () => {
    const programme = newProgramme();
    await store().keep(programme, "page", [jpeg, png]);
    await store().keep(programme, "page", [png]);
    expect(shown(await store().of(programme, "page"))).toEqual([both[1]]);
  });

  test("pictures that were dropped are gone; dropping none is no error", async () => {
    const programme = newProgramme();
    await store().keep(programme, "page", [jpeg]);
    await store().drop(programme, "page");
    await store().drop(programme, "page");
    expect(await store().of(programme, "page")).toEqual([]);
  });

  describe("pictures of an inquiry that is taken", () => {
    test("are kept for good, the same however often that is done", async () => {
      const programme = newProgramme();
      const arrived = await store().keep(programme, "page", [jpeg, png]);
      const kept = await store().accept(arrived);
      expect(shown(kept)).toEqual(both);
      for (const { key } of kept) expect(key).toMatch(/^kept\//);
      expect(await store().accept(arrived)).toEqual(kept);
    });

    test("stay when the page's pictures go", async () => {
      const programme = newProgramme();
      const arrived = await store().keep(programme, "page", [jpeg]);
      const kept = await store().accept(arrived);
      await store().drop(programme, "page");
      expect(await store().of(programme, "page")).toEqual([]);
      expect(shown(kept)).toEqual([both[0]]);
    });
  });
}
