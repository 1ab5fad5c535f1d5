import { text } from "node:stream/consumers";
import { textElement, xmlDocument } from "../xml.ts";
import { requireObject } from "./get-object.ts";
import type { Tag } from "./object-index.ts";
import type { ObjectPlace, ObjectStore } from "./object-store.ts";
import { type S3Answer, xmlAnswer } from "./s3-answer.ts";
import { notImplemented, S3Error } from "./s3-error.ts";
import type { S3Request } from "./s3-request.ts";

/** docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html */
const mostTags = 10;

/** GetObjectTagging: the tags that an object has now. One that is replaced has none. */
export function getObjectTagging(store: ObjectStore, place: ObjectPlace): S3Answer {
  const tags = store.index.tags(place.bucket, requireObject(store, place));
  const elements = tags.map(
    ({ key, value }) => `<Tag>${textElement("Key", key)}${textElement("Value", value)}</Tag>`,
  );
  return xmlAnswer(200, xmlDocument("Tagging", `<TagSet>${elements.join("")}</TagSet>`));
}

/** PutObjectTagging: puts tags in the place of those that an object has. */
export async function putObjectTagging(
  store: ObjectStore,
  place: ObjectPlace,
  request: S3Request,
): Promise<S3Answer> {
  if (/\baws-chunked\b/.test(request.headers["content-encoding"] ?? ""))
    throw notImplemented("a framed body of PutObjectTagging");
  const tags = tagsIn(await text(request.body));
  store.index.setTags(place.bucket, requireObject(store, place), tags);
  return { status: 200, headers: {} };
}

function tagsIn(document: string): Tag[] {
  const set = /<TagSet\s*>([^]*)<\/TagSet>|<TagSet\s*\/>/.exec(document);
  if (!set) throw new S3Error("MalformedXML", "The XML you provided was not well-formed.");
  const tags = [...(set[1] ?? "").matchAll(/<Tag>([^]*?)<\/Tag>/g)].map(([, tag = ""]) => ({
    key: elementIn(tag, "Key"),
    value: elementIn(tag, "Value"),
  }));
  if (tags.length > mostTags) throw new S3Error("InvalidRequest", "Object tags cannot be greater than 10.");
  return tags;
}

function elementIn(tag: string, name: "Key" | "Value"): string {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(tag)?.[1];
  if (found === undefined) throw new S3Error("MalformedXML", "The XML you provided was not well-formed.");
  return found
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll("&amp;", "&");
}
