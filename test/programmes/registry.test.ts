import { expect, test } from "vitest";
import { programmeById, programmes } from "../../programmes/registry.ts";

test("a programme is found by its id", () => {
  const found = programmeById("kobaton-alkoo");
  expect(found.ok && found.value.name).toBe("コバトンALKOOマイレージ");
});

test("an unknown id is answered with the known ones", () => {
  expect(programmeById("kobaton")).toEqual({
    ok: false,
    problem: 'There is no programme "kobaton": use kobaton-alkoo.',
  });
});

test("every programme has an id of its own that can stand in storage keys and file names", () => {
  expect(programmes.length).toBeGreaterThan(0);
  for (const { id } of programmes) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(new Set(programmes.map(({ id }) => id)).size).toBe(programmes.length);
});

test("every programme's categories have codes of their own", () => {
  for (const { categories } of programmes) {
    expect(categories.length).toBeGreaterThan(0);
    expect(new Set(categories.map(({ code }) => code)).size).toBe(categories.length);
    expect(new Set(categories.map(({ name }) => name)).size).toBe(categories.length);
  }
});
