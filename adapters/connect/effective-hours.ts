import {
  ConnectClient,
  type EffectiveHoursOfOperations,
  GetEffectiveHoursOfOperationsCommand,
  type OverrideTimeSlice,
} from "@aws-sdk/client-connect";
import type { OpenHours } from "../../domain/calendar/dated-hours.ts";
import { dateOfDay, dayNumberOf, type JapaneseDate } from "../../domain/japan-time.ts";
import type { EffectiveHours } from "../../usecases/ports/calendar.ts";
import { Unavailable } from "../../usecases/ports/host.ts";
import { resourceIds } from "./resource-ids.ts";

/**
 * A client for jobs that may take their time. Amazon Connect answers two requests a second for all instances of an account
 * together (administrator guide, "API throttling quotas"): it slows down where it is told to, and tries again.
 * Where it connects is the SDK's own configuration, but for the region where one is named.
 */
export function patientConnectClient(region?: string): ConnectClient {
  return new ConnectClient({
    ...(region !== undefined && { region }),
    retryMode: "adaptive",
    maxAttempts: 8,
    requestHandler: { requestTimeout: 10_000, throwOnRequestTimeout: true },
  });
}

/**
 * So many days are asked for at once. AWS documents no limit of the range (API reference,
 * GetEffectiveHoursOfOperations); a month stays clear of one that is not documented, and nine months are nine calls.
 */
const daysOfACall = 31;

const minutesOfDay = 24 * 60;

/** The hours of operation with an ARN, asked for with one call after the other. */
export function connectEffectiveHours(client: ConnectClient, hoursArn: string): EffectiveHours {
  const { instanceId, id } = resourceIds(hoursArn);

  async function ask(FromDate: JapaneseDate, ToDate: JapaneseDate): Promise<EffectiveHoursOfOperations[]> {
    const command = new GetEffectiveHoursOfOperationsCommand({
      InstanceId: instanceId,
      HoursOfOperationId: id,
      FromDate,
      ToDate,
    });
    const { EffectiveHoursOfOperationList = [] } = await client.send(command).catch((cause: unknown) => {
      throw new Unavailable(`Amazon Connect did not say which hours are in force for ${hoursArn}.`, {
        cause,
      });
    });
    return EffectiveHoursOfOperationList;
  }

  return {
    async between(from, to) {
      const found = new Map<JapaneseDate, readonly OpenHours[]>();
      for (let day = dayNumberOf(from); day <= dayNumberOf(to); day += daysOfACall) {
        const last = Math.min(day + daysOfACall - 1, dayNumberOf(to));
        for (const { Date: date, OperationalHours = [] } of await ask(dateOfDay(day), dateOfDay(last)))
          if (date !== undefined)
            found.set(
              date,
              OperationalHours.map(({ Start, End }) => ({
                opensAtMinute: minuteOf(Start),
                // Midnight at the end of a day is written 00:00.
                closesAtMinute: minuteOf(End) || minutesOfDay,
              })),
            );
      }
      return found;
    },
  };
}

function minuteOf(time: OverrideTimeSlice | undefined): number {
  return (time?.Hours ?? 0) * 60 + (time?.Minutes ?? 0);
}
