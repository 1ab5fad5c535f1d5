import { dayNumberOf, instantOfDay } from "../domain/japan-time.ts";
import { consoleLog, type Log } from "../lambdas/edge/log.ts";
import { front } from "./front.ts";
import { startInquiryRunner } from "./inquiry-runner.ts";
import { localClock } from "./local-clock.ts";
import { startLocalService } from "./local-service.ts";
import { serveOnLoopback } from "./loopback-server.ts";
import type { ServicePurpose } from "./state-folder.ts";

/** `npm start`: the whole service on this machine, until it is told to stop. */
const defaultPort = 3000;

/** Only what went wrong is said: the first page shows the rest. */
const log: Log = (level, message, fields) => {
  if (level !== "info") consoleLog(level, message, fields);
};

/** `npm start -- --training` starts a service for training, with a state of its own. */
function purposeOf(words: readonly string[]): ServicePurpose {
  const unknown = words.find((word) => word !== "--training");
  if (unknown !== undefined) throw new Error(`"${unknown}" is not known: only --training is.`);
  return words.length > 0 ? "training" : "desk";
}

async function start(): Promise<void> {
  const port = Number(process.env["PORT"] ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is "${process.env["PORT"]}": name a port from 0 to 65535.`);
  const purpose = purposeOf(process.argv.slice(2));
  const service = await startLocalService({ log, programmeId: process.env["PROGRAMME"], purpose });
  try {
    const { programme, stateFolder, cloud } = service;
    const firstMoment = instantOfDay(dayNumberOf(programme.contract.from), programme.hours.opensAtMinute);
    const inquiries = await startInquiryRunner(service, await localClock(stateFolder, firstMoment));
    const server = await serveOnLoopback(front(service, inquiries), port).catch(async (cause: unknown) => {
      await inquiries.stop();
      throw cause;
    });
    const addresses = {
      最初のページ: `${server.endpoint}/`,
      WEBフォーム: `${server.endpoint}/form`,
      相談窓口: `${server.endpoint}/desk/`,
      DynamoDB: cloud.environment.AWS_ENDPOINT_URL_DYNAMODB,
      S3: cloud.environment.AWS_ENDPOINT_URL_S3,
      SES: cloud.environment.AWS_ENDPOINT_URL_SES,
      SQS: cloud.environment.AWS_ENDPOINT_URL_SQS,
      "Secrets Manager": cloud.environment.AWS_ENDPOINT_URL_SECRETS_MANAGER,
      状態の保存先: stateFolder,
    };
    const place = purpose === "training" ? "研修用" : "ローカル環境";
    console.log(`${programme.deskName}（${place}）を開始しました。終了は Ctrl+C です。`);
    for (const [name, address] of Object.entries(addresses)) console.log(`  ${name}: ${address}`);
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(
        signal,
        () =>
          void server
            .stop()
            .then(() => inquiries.stop())
            .then(() => service.stop())
            .then(() => process.exit(0)),
      );
  } catch (cause) {
    await service.stop();
    throw cause;
  }
}

await start().catch((cause: unknown) => {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
});
