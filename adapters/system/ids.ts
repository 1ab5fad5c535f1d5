import { randomBytes, randomUUID } from "node:crypto";

/** A new id that nothing else has, as Amazon Connect and browsers make them (UUID version 4). */
export const newId = (): string => randomUUID();

/** A new secret of 256 bits, as text. */
export const newSecret = (): string => randomBytes(32).toString("base64url");
