import { afterAll, afterEach } from "vitest";
import { launchBrowser } from "../../support/browser.ts";
import { serveForm } from "./form-server.ts";

/** The served form with a browser before it, for one file: after each test it judges by its own rules again, and both end with the tests. */
export async function aFormInBrowser(switches: readonly string[] = []) {
  const [browser, server] = await Promise.all([launchBrowser(switches), serveForm()]);
  afterEach(() => server.answerWith("own judgement"));
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });
  return { browser, server };
}
