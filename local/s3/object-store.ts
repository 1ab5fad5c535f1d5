import type { ObjectFiles } from "./object-files.ts";
import type { ObjectIndex } from "./object-index.ts";

/** Where objects are: the index says which, the files hold their bytes. */
export interface ObjectStore {
  readonly index: ObjectIndex;
  readonly files: ObjectFiles;
}

/** Where one object is, or would be. */
export interface ObjectPlace {
  readonly bucket: string;
  readonly key: string;
}
