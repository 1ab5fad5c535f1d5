import { withoutPlaceData } from "../../domain/case/place-data.ts";
import type { GivenPicture } from "../../usecases/ports/inquiries.ts";
import { normalised, type Problem, problemsOfPictures } from "../../web/form/form-rules.js";

/** The first bytes of each kind of picture (ISO/IEC 10918-1, SOI marker; ISO/IEC 15948, signature). */
const signatures: readonly (readonly [GivenPicture["type"], readonly number[]])[] = [
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

const longestName = 100;

/** Reads the pictures that came with a form. Their bytes say what they are: neither their names nor their senders do. */
export async function givenPictures(
  files: readonly File[],
): Promise<{ readonly pictures: readonly GivenPicture[]; readonly problems: readonly Problem[] }> {
  const read = await Promise.all(
    files.map(async (file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return { name: shownName(file.name), size: bytes.length, ...judged(bytes) };
    }),
  );
  const problems = problemsOfPictures(read.map(({ picture, size }) => ({ type: picture?.type ?? "", size })));
  const pictures = read.flatMap(({ name, picture }) => (picture ? [{ name, ...picture }] : []));
  return { pictures, problems };
}

/** What the bytes are, without what a camera wrote beside them; nothing where they are no picture. */
function judged(bytes: Uint8Array): { readonly picture?: Omit<GivenPicture, "name"> } {
  const type = typeOf(bytes);
  const drawn = type && withoutPlaceData(type, bytes);
  return type && drawn ? { picture: { type, bytes: drawn } } : {};
}

function typeOf(bytes: Uint8Array): GivenPicture["type"] | undefined {
  return signatures.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0];
}

/** A name without the folders that some senders write before it, and without what cannot be shown. */
function shownName(name: string): string {
  const last = normalised({ name }).name.split(/[/\\]/).at(-1) ?? "";
  return Array.from(last.replace(/^\.+/, "")).slice(0, longestName).join("") || "picture";
}
