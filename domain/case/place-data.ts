import type { PictureRef } from "./picture.ts";

/**
 * A picture without what a camera writes beside it: where and when it was taken, by which device, and a second, smaller
 * picture with all of that again. What is drawn stays the same to the bit, and a JPEG's note of which way up it is stays too.
 * Only what drawing needs is kept, so a note of a kind that nobody thought of goes as well. Undefined for bytes that are not
 * built as the type says.
 */
export function withoutPlaceData(type: PictureRef["type"], bytes: Uint8Array): Uint8Array | undefined {
  const parts = type === "image/jpeg" ? partsOfJpeg(bytes) : partsOfPng(bytes);
  return parts && joined(parts);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** The parts of a JPEG that are kept (ISO/IEC 10918-1, annex B). What follows the end of the image is none of it. */
function partsOfJpeg(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return undefined;
  const parts = [bytes.subarray(0, 2)];
  for (let at = 2; at < bytes.length; ) {
    const segment = segmentAt(bytes, at);
    if (!segment) return undefined;
    if (segment.marker === endOfImage) return [...parts, bytes.subarray(segment.from, segment.end)];
    parts.push(...keptOfSegment(segment.marker, bytes.subarray(segment.from, segment.end)));
    at = segment.end;
  }
  // A picture that broke off is shown as far as it goes.
  return parts.length > 1 ? parts : undefined;
}

interface Segment {
  readonly marker: number;
  /** Where its marker stands, and where the next one does. */
  readonly from: number;
  readonly end: number;
}

/** The segment that begins at `at`, or behind the bytes FF that may fill up before it; undefined where none does. */
function segmentAt(bytes: Uint8Array, at: number): Segment | undefined {
  if (bytes[at] !== 0xff) return undefined;
  let from = at;
  while (bytes[from + 1] === 0xff) from++;
  const marker = bytes[from + 1];
  if (marker === undefined) return undefined;
  if (marker === endOfImage) return { marker, from, end: from + 2 };
  const length = bigEndian(bytes, from + 2, 2) ?? 0;
  const end = from + 2 + length;
  if (length < 2 || end > bytes.length) return undefined;
  return { marker, from, end: marker === startOfScan ? endOfScan(bytes, end) : end };
}

/** Where the scan that begins at `from` ends: at the next marker that is neither an escaped FF nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    const next = bytes[at + 1] ?? 0;
    const isInScan = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (bytes[at] === 0xff && !isInScan) return at;
  }
  return bytes.length;
}

/** JFIF's header, a colour profile and Adobe's note of the colours are needed to draw; all other notes and comments are not. */
function keptOfSegment(marker: number, segment: Uint8Array): Uint8Array[] {
  const isNote = marker >= 0xe0 && marker <= 0xef;
  if (!isNote) return marker === 0xfe ? [] : [segment];
  if (marker === 0xe1) return orientationOnly(segment);
  const isNeeded =
    (marker === 0xe0 && startsWith(segment, 4, "JFIF\0")) ||
    (marker === 0xe2 && startsWith(segment, 4, "ICC_PROFILE\0")) ||
    (marker === 0xee && startsWith(segment, 4, "Adobe"));
  return isNeeded ? [segment] : [];
}

const orientationTag = 0x0112;

/** `Exif` and two bytes 0. */
const exifName = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** The segment in which a camera notes all it knows, made anew with nothing but which way up the picture is (Exif 2.32, 4.6.4). */
function orientationOnly(segment: Uint8Array): Uint8Array[] {
  if (!startsWith(segment, 4, "Exif\0\0")) return [];
  const orientation = orientationIn(segment.subarray(10));
  if (orientation === undefined) return [];
  const tiff = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8];
  const entry = [orientationTag >> 8, orientationTag & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  const body = [...exifName, ...tiff, 0, 1, ...entry, 0, 0, 0, 0];
  return [Uint8Array.from([0xff, 0xe1, 0, body.length + 2, ...body])];
}

/** 2 to 8, as the first directory of a TIFF header notes it; 1, which is the ordinary way, needs no note. */
function orientationIn(tiff: Uint8Array): number | undefined {
  const isLittle = startsWith(tiff, 0, "II");
  const read = isLittle ? littleEndian : bigEndian;
  const directory = read(tiff, 4, 4) ?? tiff.length;
  const entries = read(tiff, directory, 2) ?? 0;
  for (let index = 0; index < entries; index++) {
    const entry = directory + 2 + index * 12;
    if (read(tiff, entry, 2) !== orientationTag) continue;
    const value = read(tiff, entry + 8, 2) ?? 1;
    return value >= 2 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** The chunks that drawing needs (PNG, third edition, 11): pixels, palette, colours, size of a pixel, and how it moves. */
const neededChunks: ReadonlySet<string> = new Set([
  "IHDR",
  "PLTE",
  "IDAT",
  "IEND",
  "tRNS",
  "cHRM",
  "gAMA",
  "iCCP",
  "sBIT",
  "sRGB",
  "cICP",
  "bKGD",
  "pHYs",
  "acTL",
  "fcTL",
  "fdAT",
]);

const pngSignatureBytes = 8;

/** The parts of a PNG that are kept. What follows the end of the image is none of it. */
function partsOfPng(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes[0] !== 0x89 || !startsWith(bytes, 1, "PNG\r\n\u001a\n")) return undefined;
  const parts = [bytes.subarray(0, pngSignatureBytes)];
  for (let at = pngSignatureBytes; at < bytes.length; ) {
    const length = bigEndian(bytes, at, 4);
    // Length, name and checksum of a chunk take twelve bytes.
    if (length === undefined || at + 12 + length > bytes.length) return undefined;
    const name = textAt(bytes, at + 4, 4);
    if (neededChunks.has(name)) parts.push(bytes.subarray(at, at + 12 + length));
    if (name === "IEND") return parts;
    at += 12 + length;
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return textAt(bytes, at, text.length) === text;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function bigEndian(bytes: Uint8Array, at: number, count: number): number | undefined {
  if (at < 0 || at + count > bytes.length) return undefined;
  return bytes.subarray(at, at + count).reduce((value, byte) => value * 256 + byte, 0);
}

function littleEndian(bytes: Uint8Array, at: number, count: number): number | undefined {
  if (at < 0 || at + count > bytes.length) return undefined;
  return bytes.subarray(at, at + count).reduceRight((value, byte) => value * 256 + byte, 0);
}
