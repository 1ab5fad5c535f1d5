import { describe, expect, test } from "vitest";
import { withoutPlaceData } from "../../../domain/case/place-data.ts";
import {
  chunk,
  exifSegment,
  jpegWith,
  plainJpeg,
  plainPng,
  pngWith,
  segment,
} from "../../support/pictures.ts";

const ascii = (text: string) => [...Buffer.from(text, "latin1")];
const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString("latin1");
/** Of what a camera writes, what would be seen if it were still there: its maker, and the three numbers of the place. */
const place = "\0\0\0\x23\0\0\0\x01\0\0\0\x33";
const traces = new RegExp(`SecretMaker|${place}`);

describe("a JPEG", () => {
  test("that holds no more than its drawing stays as it is, to the byte", () => {
    expect(withoutPlaceData("image/jpeg", plainJpeg)).toEqual(plainJpeg);
    expect(text(plainJpeg)).toMatch(/JFIF.*ICC_PROFILE/s);
  });

  test.each([
    ["Exif, ordinary way up", exifSegment(1)],
    ["Exif with an orientation that there is none of", exifSegment(9)],
    ["XMP", segment(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SecretMaker</x:xmpmeta>"))],
    ["IPTC", segment(0xed, ascii("Photoshop 3.0\0SecretMaker"))],
    ["a second picture's index", segment(0xe2, ascii("MPF\0SecretMaker"))],
    ["FLIR's", segment(0xe1, ascii("FLIR\0SecretMaker"))],
    ["a comment", segment(0xfe, ascii("SecretMaker"))],
    ["a note of a kind that nobody knows", segment(0xeb, ascii("SecretMaker"))],
    ["JFIF's thumbnail extension", segment(0xe0, ascii("JFXX\0SecretMaker"))],
  ])("loses %s, and nothing of its drawing", (_what, note) => {
    const given = jpegWith(note);
    expect(text(given)).toMatch(traces);
    expect(withoutPlaceData("image/jpeg", given)).toEqual(plainJpeg);
  });

  test.each([
    ["big-endian", 6],
    ["big-endian", 3],
    ["little-endian", 8],
  ] as const)("keeps which way up it is, and no more of Exif: %s %i", (order, orientation) => {
    const given = jpegWith(exifSegment(orientation, order));
    const kept = withoutPlaceData("image/jpeg", given)!;
    expect(text(given)).toMatch(traces);
    expect(text(kept)).not.toMatch(traces);
    // A directory of one entry: tag 0112, a short, one of it (TIFF 6.0, section 2).
    const orientationShort = [0, orientation];
    const head = "Exif\0\0MM\0*\0\0\0\b\0\x01" + "\x01\x12\0\x03\0\0\0\x01";
    const only = segment(0xe1, [...ascii(head), ...orientationShort, ...ascii("\0\0\0\0\0\0")]);
    expect(kept).toEqual(jpegWith(only));
  });

  test("ends with its end: a film or a second picture behind it goes", () => {
    const second = [...jpegWith(exifSegment(1))];
    expect(withoutPlaceData("image/jpeg", jpegWith([], second))).toEqual(plainJpeg);
  });

  test("of several scans keeps them all, with notes between them gone", () => {
    // Tables and a scan as a progressive JPEG has them: FF 00 is a byte FF, FF D0 a restart.
    const scan = [...segment(0xda, [1, 1, 0, 0, 0x3f, 0]), 1, 0xff, 0, 2, 0xff, 0xd0, 3];
    const picture = (between: readonly number[]) =>
      Uint8Array.from([0xff, 0xd8, ...scan, ...between, ...segment(0xc4, [9, 9]), ...scan, 0xff, 0xd9]);
    const kept = withoutPlaceData("image/jpeg", picture(exifSegment(1)));
    expect(kept).toEqual(withoutPlaceData("image/jpeg", picture([])));
    expect(text(kept)).toContain(text(Uint8Array.from([1, 0xff, 0, 2, 0xff, 0xd0, 3])));
    expect(kept).toHaveLength(2 + 2 * scan.length + 6 + 2);
  });

  test("loses the bytes that only fill before a marker", () => {
    expect(withoutPlaceData("image/jpeg", jpegWith([0xff, 0xff]))).toEqual(plainJpeg);
  });

  test("that broke off is kept as far as it goes", () => {
    const half = plainJpeg.subarray(0, plainJpeg.length - 10);
    expect(withoutPlaceData("image/jpeg", half)).toEqual(half);
  });

  test.each([
    ["nothing", []],
    ["a start alone", [0xff, 0xd8]],
    ["a PNG", [...plainPng]],
    ["a segment that is longer than the file", [0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1]],
    ["a segment of length 0", [0xff, 0xd8, 0xff, 0xe0, 0, 0, 1, 1, 1]],
    ["bytes where a marker should be", [0xff, 0xd8, 0xff, 0xe0, 0, 2, 1, 2, 3]],
  ])("is not what holds %s", (_what, bytes) => {
    expect(withoutPlaceData("image/jpeg", Uint8Array.from(bytes))).toBeUndefined();
  });

  test("broken anywhere, at any byte, is refused or cut and never read forever", () => {
    const given = jpegWith([...exifSegment(6), ...segment(0xfe, ascii("x"))]);
    let looked = 0;
    for (let length = 0; length < given.length; length++, looked++)
      expect(text(withoutPlaceData("image/jpeg", given.subarray(0, length)))).not.toMatch(traces);
    for (let at = 2; at < given.length; at++, looked++) {
      const broken = Uint8Array.from(given);
      broken[at] = broken[at]! ^ 0xff;
      withoutPlaceData("image/jpeg", broken);
    }
    expect(looked).toBeGreaterThan(1_500);
  });
});

describe("a PNG", () => {
  test("that holds no more than its drawing stays as it is, to the byte", () => {
    expect(withoutPlaceData("image/png", plainPng)).toEqual(plainPng);
  });

  test.each([
    ["Exif", chunk("eXIf", exifSegment(1).slice(10))],
    ["a text", chunk("tEXt", ascii("Comment\0SecretMaker"))],
    ["a compressed text", chunk("zTXt", ascii("Comment\0\0SecretMaker"))],
    ["an international text, where XMP lies", chunk("iTXt", ascii("XML:com.adobe.xmp\0SecretMaker"))],
    ["when it was changed", chunk("tIME", ascii("SecretMaker"))],
    ["a chunk of somebody's own", chunk("prVt", ascii("SecretMaker"))],
  ])("loses %s, and nothing of its drawing", (_what, note) => {
    const given = pngWith(note);
    expect(text(given)).toMatch(/SecretMaker/);
    expect(withoutPlaceData("image/png", given)).toEqual(plainPng);
  });

  test("keeps colours and the size of a pixel", () => {
    const given = pngWith([
      ...chunk("gAMA", [0, 0, 0xb1, 0x8f]),
      ...chunk("pHYs", [0, 0, 0, 1, 0, 0, 0, 1, 0]),
    ]);
    expect(withoutPlaceData("image/png", given)).toEqual(given);
  });

  test("ends with its end", () => {
    expect(withoutPlaceData("image/png", pngWith([], ascii("SecretMaker")))).toEqual(plainPng);
  });

  test.each([
    ["nothing", []],
    ["a JPEG", [...plainJpeg]],
    ["the signature alone", [...plainPng.subarray(0, 8)]],
    ["no end", [...plainPng.subarray(0, plainPng.length - 12)]],
    [
      "a chunk that is longer than the file",
      [...plainPng.subarray(0, 8), 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4],
    ],
  ])("is not what holds %s", (_what, bytes) => {
    expect(withoutPlaceData("image/png", Uint8Array.from(bytes))).toBeUndefined();
  });
});
