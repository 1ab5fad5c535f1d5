import { crc32 } from "node:zlib";

/** Pictures as they arrive, with what cameras and programs write beside what is drawn. */

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, "base64"));

/** 8 by 6 pixels from red to blue, as Chromium writes them: a JPEG with a colour profile, and a PNG. */
export const plainJpeg = fromBase64(
  "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh" +
    "Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
    "AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB" +
    "UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA" +
    "AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y" +
    "WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM" +
    "ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcg" +
    "LikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09P" +
    "T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/" +
    "xAAYEAEAAwEAAAAAAAAAAAAAAAAAAQMEIf/EABUBAQEAAAAAAAAAAAAAAAAAAAQG/8QAGxEAAAcBAAAAAAAAAAAAAAAAAAECAwQT" +
    "IQX/2gAMAwEAAhEDEQA/AJDRZPQFbz2UUlgZOdXcej//2Q==",
);

export const plainPng = fromBase64(
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAYAAAD+Bd/7AAAAb0lEQVR4AWyOQQ2AMBAENyegLSYQgQkc8MEBLxzwwQEfJCACE4gg" +
    "oTWwtLSQJvSxyd5dZnJyouKBmjsabmi5oOeEkQNmdlgpFgb/aLi0lwsaeWw2h/4ZIqG97aVDN0gG5S3qOea20MV5ZaRLvxjcAAAA" +
    "//+6f4p1AAAABklEQVQDAGlaOAHx//TsAAAAAElFTkSuQmCC",
);

const ascii = (text: string) => [...Buffer.from(text, "latin1")];

/** A segment of a JPEG: its marker, its length with the two bytes of the length, its bytes. */
export function segment(marker: number, bytes: readonly number[]): number[] {
  const length = bytes.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...bytes];
}

/** A place as a camera notes it (Exif 2.32, 4.6.6): 35 degrees 51 minutes 25 seconds north. */
const latitude = [0, 0, 0, 35, 0, 0, 0, 1, 0, 0, 0, 51, 0, 0, 0, 1, 0, 0, 0, 25, 0, 0, 0, 1];

type Order = "big-endian" | "little-endian";

/**
 * What a camera writes: its maker, which way up, and where it was. A TIFF header, a directory of three entries at 8, the maker's
 * name at 50, the directory of the place at 62, the latitude at 92.
 */
export function exifSegment(orientation: number, order: Order = "big-endian"): number[] {
  const number = (value: number, bytes: number) => {
    const big = Array.from({ length: bytes }, (_, index) => (value >>> (8 * (bytes - 1 - index))) & 0xff);
    return order === "big-endian" ? big : big.reverse();
  };
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...number(tag, 2),
    ...number(type, 2),
    ...number(count, 4),
    ...value,
  ];
  const tiff = [
    ...ascii(order === "big-endian" ? "MM" : "II"),
    ...number(42, 2),
    ...number(8, 4),
    ...number(3, 2),
    ...entry(0x010f, 2, 12, number(50, 4)),
    ...entry(0x0112, 3, 1, [...number(orientation, 2), 0, 0]),
    ...entry(0x8825, 4, 1, number(62, 4)),
    ...number(0, 4),
    ...ascii("SecretMaker\0"),
    ...number(2, 2),
    ...entry(1, 2, 2, [...ascii("N\0"), 0, 0]),
    ...entry(2, 5, 3, number(92, 4)),
    ...number(0, 4),
    ...latitude,
  ];
  return segment(0xe1, [...ascii("Exif\0\0"), ...tiff]);
}

/** A JPEG with segments put in after its start, and bytes after its end. */
export function jpegWith(segments: readonly number[], after: readonly number[] = []): Uint8Array {
  return Uint8Array.from([...plainJpeg.subarray(0, 2), ...segments, ...plainJpeg.subarray(2), ...after]);
}

/** A chunk of a PNG: length, name, bytes, checksum of name and bytes. */
export function chunk(name: string, bytes: readonly number[]): number[] {
  const named = [...ascii(name), ...bytes];
  const number = (value: number) => [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
  return [...number(bytes.length), ...named, ...number(crc32(Uint8Array.from(named)))];
}

/** The signature of a PNG takes 8 bytes and its header 25. */
const afterHeader = 33;

/** A PNG with chunks put in after its header, and bytes after its end. */
export function pngWith(chunks: readonly number[], after: readonly number[] = []): Uint8Array {
  const [header, rest] = [plainPng.subarray(0, afterHeader), plainPng.subarray(afterHeader)];
  return Uint8Array.from([...header, ...chunks, ...rest, ...after]);
}

/** A PNG that so many bytes of pixels more make larger. */
export function pngWithMore(bytes: number): Uint8Array {
  return pngWith(
    chunk(
      "IDAT",
      Array.from({ length: bytes }, () => 0),
    ),
  );
}

/** A picture whose pixels hold the test string of virus scanners; in two pieces, so that this file is not taken for one. */
export function infectedPng(): Uint8Array {
  const text = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-");
  return pngWith(chunk("IDAT", ascii(text)));
}

/** As a browser sends it. */
export function aFile(name: string, bytes: Uint8Array, type = "image/png"): File {
  return new File([Uint8Array.from(bytes)], name, { type });
}
