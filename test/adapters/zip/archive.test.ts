import { crc32, inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { zipArchives } from "../../../adapters/zip/archive.ts";

const texts: Readonly<Record<string, string>> = {
  "03_応対一覧.csv": "受付番号,相談内容\r\n".repeat(5_000),
  "定例報告.pdf": "%PDF-1.7 already compressed",
  "empty.txt": "",
};

async function archived(): Promise<Buffer> {
  const written: Uint8Array[] = [];
  const archive = zipArchives((bytes) => written.push(bytes));
  for (const [name, text] of Object.entries(texts))
    await archive.add(
      name,
      (async function* () {
        const bytes = new TextEncoder().encode(text);
        for (let from = 0; from < bytes.length; from += 1_000) yield bytes.slice(from, from + 1_000);
      })(),
    );
  archive.end();
  return Buffer.concat(written);
}

/** The entries of an archive by its central directory (PKWARE, APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16), with Node's own inflater. */
function entriesOf(zip: Buffer) {
  const end = zip.lastIndexOf(Buffer.from("PK\u0005\u0006"));
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, () => {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    );
    const name = zip.subarray(at + 46, at + 46 + nameLength!).toString("utf8");
    const begin = zip.readUInt32LE(at + 42);
    const data = begin + 30 + zip.readUInt16LE(begin + 26) + zip.readUInt16LE(begin + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    const method = zip.readUInt16LE(at + 10);
    const entry = {
      name,
      method,
      isUtf8: (zip.readUInt16LE(at + 8) & 0x800) !== 0,
      date: zip.readUInt16LE(at + 14),
      crc: zip.readUInt32LE(at + 16),
      bytes: method === 8 ? inflateRawSync(packed) : packed,
    };
    at += 46 + nameLength! + extraLength! + commentLength!;
    return entry;
  });
}

test("an archive is read by another reader: each file as it was, with its name in UTF-8 and the same date", async () => {
  const entries = entriesOf(await archived());
  expect(entries.map(({ name }) => name)).toEqual(Object.keys(texts));
  for (const { name, bytes, crc, date, isUtf8 } of entries) {
    expect(bytes.toString("utf8")).toBe(texts[name]);
    expect(crc).toBe(crc32(bytes));
    // Bits 0 to 4 the day, 5 to 8 the month, from 9 on the years since 1980: 1 January 1980.
    expect(date).toBe(0b0000000_0001_00001);
    expect(isUtf8).toBe(/[^\x20-\x7e]/.test(name));
  }
  // 8 is deflated, 0 is stored: what is compressed already is not compressed again.
  expect(entries.map(({ method }) => method)).toEqual([8, 0, 8]);
});

test("the same files give the same bytes", async () => {
  expect((await archived()).equals(await archived())).toBe(true);
});
