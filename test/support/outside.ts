import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { serveOnLoopback } from "../../local/loopback-server.ts";
import { officialFile } from "../domain/calendar/official-list.ts";

/**
 * What handlers reach outside AWS's own services, until `stop`: the Cabinet Office's file at `holidaysUrl`, and
 * CloudFormation's address for answers, which keeps what was put there.
 */
export async function theOutside() {
  const answers: unknown[] = [];
  const world = { holidays: readFileSync(officialFile) as Uint8Array, takesAnswers: true };
  const server = await serveOnLoopback(async (request, response) => {
    if (request.method === "GET" && request.url === "/syukujitsu.csv")
      response.writeHead(200, { "content-type": "text/csv" }).end(world.holidays);
    else if (request.method === "PUT" && request.url === "/answer?signed=yes" && world.takesAnswers) {
      answers.push(JSON.parse(await text(request)));
      response.writeHead(200).end();
    } else response.writeHead(403).end();
  });
  return {
    world,
    answers,
    holidaysUrl: `${server.endpoint}/syukujitsu.csv`,
    answerUrl: `${server.endpoint}/answer?signed=yes`,
    stop: () => server.stop(),
  };
}
