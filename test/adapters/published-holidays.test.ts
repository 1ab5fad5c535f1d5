import { readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { cabinetOfficeHolidays } from "../../adapters/cabinet-office/published-holidays.ts";
import { serveOnLoopback } from "../../local/loopback-server.ts";
import { Unavailable } from "../../usecases/ports/host.ts";
import { officialFile } from "../domain/calendar/official-list.ts";

const server = await serveOnLoopback(async (request, response) => {
  switch (request.url) {
    case "/list.csv":
      response.writeHead(200, { "content-type": "text/csv" }).end(readFileSync(officialFile));
      break;
    case "/page.html":
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<html>メンテナンス中");
      break;
    case "/long.csv":
      response.writeHead(200, { "content-type": "text/csv" }).end("x".repeat(300_000));
      break;
    case "/short.csv":
      response.writeHead(200, { "content-type": "text/csv", "content-length": "1000" });
      response.write("半ばまで");
      setImmediate(() => response.destroy());
      break;
    case undefined:
    default:
      response.writeHead(404, { "content-type": "text/plain" }).end();
  }
});
afterAll(() => server.stop());

test("the file is fetched byte for byte", async () => {
  const bytes = await cabinetOfficeHolidays(`${server.endpoint}/list.csv`).fetch();
  expect(Buffer.from(bytes).equals(readFileSync(officialFile))).toBe(true);
});

test.each([
  ["a page of HTML", "/page.html", /answered with status 200 and text\/html/],
  ["nothing under the address", "/gone.csv", /answered with status 404/],
  ["far too much", "/long.csv", /more than 200000 bytes/],
  ["only a part", "/short.csv", /did not answer to the end/],
])("%s is no list: it is unavailable, in one sentence", async (_, path, sentence) => {
  const failed = await cabinetOfficeHolidays(`${server.endpoint}${path}`)
    .fetch()
    .catch((cause: unknown) => cause);
  expect(failed).toBeInstanceOf(Unavailable);
  expect((failed as Unavailable).message).toMatch(sentence);
});

test("a server that is not there is unavailable", async () => {
  await expect(cabinetOfficeHolidays("http://127.0.0.1:9/x").fetch()).rejects.toBeInstanceOf(Unavailable);
});
