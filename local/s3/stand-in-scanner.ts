import { buffer } from "node:stream/consumers";
import type { ObjectPlace, ObjectStore } from "./object-store.ts";

/** Which objects are looked at. */
export interface ScannedPlace {
  readonly bucket: string;
  readonly prefix: string;
}

/**
 * Stands in for GuardDuty's malware protection, and finds nothing but the test string that the makers of virus scanners agreed
 * upon (EICAR, "Anti Malware Testfile"): every other object is called clean without having been searched. It puts the same
 * tags on objects, after their writer has been answered, as GuardDuty does.
 */
export interface StandInScanner {
  /** To be told of each object that was written. */
  written(place: ObjectPlace): void;
  /** Until every object that was written has its tag. */
  settled(): Promise<void>;
}

/** In two pieces, so that this file is not taken for the thing itself. */
const testString = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-");

export function standInScanner(store: ObjectStore, { bucket, prefix }: ScannedPlace): StandInScanner {
  let work = Promise.resolve();

  async function scan(key: string): Promise<void> {
    const object = store.index.find(bucket, key);
    const handle = object && (await store.files.open(bucket, object.file));
    if (!object || !handle) return;
    const bytes = await buffer(handle.createReadStream());
    const value = bytes.includes(testString) ? "THREATS_FOUND" : "NO_THREATS_FOUND";
    store.index.setTags(bucket, object, [{ key: "GuardDutyMalwareScanStatus", value }]);
  }

  return {
    written(place) {
      if (place.bucket === bucket && place.key.startsWith(prefix))
        work = work.then(() => scan(place.key)).catch((cause: unknown) => console.error(cause));
    },
    settled: () => work,
  };
}
