import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { showFormHandler } from "../../lambdas/show-form.ts";
import { submitWebFormHandler } from "../../lambdas/submit-web-form.ts";
import { aCloud } from "../support/cloud.ts";
import { aPost, aRestEvent, filledIn } from "../support/web-form.ts";
import { aWorld, context } from "../support/world.ts";

const { environment } = await aCloud();
const show = showFormHandler(aWorld(environment));
const get = (path: string) => show(aRestEvent("GET", path), context);
const tokenIn = (html: string) => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? "";

test.each([
  ["/form", "ja"],
  ["/form-easy", "ja"],
  ["/form-en", "en"],
  // Behind a base path of a domain of its own.
  ["/desk/form-en", "en"],
])(
  "%s is the form in its language, for the reader's browser alone, under a strict policy",
  async (path, language) => {
    const { statusCode, headers, body } = await get(path);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-cache",
      "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
    });
    expect(headers).not.toHaveProperty("set-cookie");
    expect(body).toContain(`<html lang="${language}"`);
    expect(body).not.toMatch(/<script(?![^>]*(src=|type="application\/json"))|<style| style="| on[a-z]+="/);
  },
);

test("each page has a token of its own, which a post is taken with", async () => {
  const tokens = [tokenIn((await get("/form")).body), tokenIn((await get("/form")).body)];
  expect(tokens[0]).not.toBe("");
  expect(new Set(tokens).size).toBe(2);
  // It is ours, and it is new: that alone is what a post is refused for.
  const post = await aPost("/inquiries", "urlencoded", { ...filledIn, token: tokens[0] ?? "" });
  expect((await submitWebFormHandler(aWorld(environment))(post, context)).statusCode).toBe(403);
});

test("every style sheet and script of the form is served as it lies in the repository", async () => {
  const files = ["web/base.css", ...globSync("web/form/*.{css,js}")];
  expect(files.length).toBeGreaterThanOrEqual(4);
  for (const file of files) {
    const answer = await get(`/${basename(file)}`);
    expect([file, answer.statusCode, answer.body]).toEqual([file, 200, readFileSync(file, "utf8")]);
    const type = file.endsWith("css") ? "text/css" : "text/javascript";
    expect(answer.headers?.["content-type"]).toBe(`${type}; charset=utf-8`);
  }
});

test.each([
  "/nothing.js",
  "/form-page.ts",
  "/..%2fpackage.css",
  "/.css",
  "/secret",
  "/",
  "/FORM",
  "/form.js.map",
])("%s is not there, and the page says where the form is", async (path) => {
  const answer = await get(path);
  expect(answer.statusCode).toBe(404);
  expect(answer.body).toContain('href="form"');
});
