import { newId, newSecret } from "../adapters/system/ids.ts";
import type { Programme } from "../domain/programme.ts";
import {
  fingerprint,
  parkedWorkOf,
  picturesOf,
  reportLogOf,
  type World,
} from "../lambdas/edge/composition.ts";
import type { Log } from "../lambdas/edge/log.ts";
import { reportServicesOf } from "../lambdas/edge/report-services.ts";
import { programmeById, programmes } from "../programmes/registry.ts";
import type { ReportServices } from "../usecases/reports/build-report.ts";
import { deskCalendar } from "../usecases/calendar/desk-calendar.ts";
import type { Clock } from "../usecases/ports/host.ts";
import type { Exchange } from "../simulator/exchange.ts";
import { VirtualClock } from "../simulator/virtual-clock.ts";
import type { Instant } from "../domain/japan-time.ts";
import { type EmbeddedCloud, startEmbeddedCloud } from "./embedded-cloud.ts";
import { localExchange } from "./local-exchange.ts";
import { type ServicePurpose, stateFolderPath, trainingFolderPath } from "./state-folder.ts";
import { keepTrainingQuestions } from "./training-questions.ts";

/** The service on this machine: the embedded cloud, and the deployed handlers' stores on top of it. */
export interface LocalService {
  readonly programme: Programme;
  readonly cloud: EmbeddedCloud;
  readonly stateFolder: string;
  readonly purpose: ServicePurpose;
  /** The world in which a handler runs when its time is `clock`'s. */
  worldAt(clock: Clock): World;
  readonly stores: ReportServices & {
    readonly parked: ReturnType<typeof parkedWorkOf>;
    readonly pictures: ReturnType<typeof picturesOf>;
    readonly reportLog: ReturnType<typeof reportLogOf>;
    readonly sha256: typeof fingerprint;
  };
  /** An exchange of its own, whose time begins at an instant. */
  exchangeAt(start: Instant): Promise<Exchange>;
  stop(): Promise<void>;
}

/**
 * Starts the service on the state folder that `CALLCENTRE_STATE` names; for training, on a folder of its own in it. With
 * several programmes, `programmeId` says which; what the handlers log goes to `log`. The SDK finds the embedded servers through `process.env`.
 */
export async function startLocalService(options: {
  readonly log: Log;
  readonly programmeId?: string | undefined;
  /** @default desk */
  readonly purpose?: ServicePurpose;
}): Promise<LocalService> {
  const { purpose = "desk" } = options;
  const programme = options.programmeId === undefined ? onlyProgramme() : namedProgramme(options.programmeId);
  const stateFolder = (purpose === "training" ? trainingFolderPath : stateFolderPath)(process.env);
  const cloud = await startEmbeddedCloud({ stateFolder, newSecret, purpose });
  Object.assign(process.env, cloud.environment);
  const environment = { ...cloud.environment, PROGRAMME: programme.id };
  const worldAt = (clock: Clock): World => ({ environment, clock, log: options.log });
  const world = worldAt({ now: noTime });
  const stores = {
    ...reportServicesOf(world),
    parked: parkedWorkOf(world),
    pictures: picturesOf(world),
    reportLog: reportLogOf(world),
    sha256: fingerprint,
  };
  if (purpose === "training") await keepTrainingQuestions(world, programme.id);
  return {
    programme,
    cloud,
    stateFolder,
    purpose,
    worldAt,
    stores,
    async exchangeAt(start) {
      const clock = new VirtualClock(start);
      const calendar = await deskCalendar(programme, stores.specialDays);
      return localExchange({ world: worldAt(clock), programmeId: programme.id, calendar, clock, newId });
    },
    stop: () => cloud.stop(),
  };
}

function namedProgramme(id: string): Programme {
  const programme = programmeById(id);
  if (!programme.ok) throw new Error(programme.problem);
  return programme.value;
}

function onlyProgramme(): Programme {
  const [only, another] = programmes;
  if (!only || another)
    throw new Error(`Name the programme with --programme: ${programmes.map(({ id }) => id).join(" or ")}.`);
  return only;
}

function noTime(): never {
  throw new Error("The stores ask for no time.");
}
