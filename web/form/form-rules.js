// @ts-check
/**
 * What the form's script and the service must judge alike: the browser loads this file as a module, and the handlers
 * import it. It knows neither a document nor a server. A code says what is wrong; each language's texts say it to people.
 */

/**
 * Everything that can be filled in; "" where nothing was. `website` is a trap for robots that no person sees.
 * @typedef {{
 *   category: string, content: string, replyBy: "mail" | "telephone" | "none" | "", mail: string, telephone: string,
 *   reachable: string, name: string, relation: string, municipality: string, ageBand: string, device: string,
 *   consent: "yes" | "", website: string,
 * }} FormFields
 */

/**
 * The values that may be chosen: codes of categories, and the programme's choices as they are named in Japanese.
 * @typedef {{
 *   categories: readonly string[], relation: readonly string[], municipality: readonly string[],
 *   ageBand: readonly string[], device: readonly string[],
 * }} Offered
 */

/**
 * @typedef {"category-missing" | "category-unknown" | "content-missing" | "content-too-long" | "reply-missing"
 *   | "mail-missing" | "mail-malformed" | "telephone-missing" | "telephone-malformed" | "reachable-too-long"
 *   | "name-too-long" | "choice-unknown" | "consent-missing" | "pictures-too-many" | "pictures-wrong-type"
 *   | "pictures-too-large"} ProblemCode
 */

/** @typedef {{ field: keyof FormFields | "pictures", code: ProblemCode }} Problem */

/**
 * The service's own limits, said here and nowhere else. Characters are code points; `pictureBytes` is for all pictures
 * together. Mail: RFC 5321, section 4.5.3.1.3 (a path of 256 octets, of which two are its brackets).
 */
export const limits = Object.freeze({
  content: 4000,
  name: 100,
  mail: 254,
  telephone: 20,
  reachable: 100,
  pictures: 3,
  pictureBytes: 4_000_000,
});

/** What a picture may be; each is also what `accept` of the file field names. @type {readonly string[]} */
export const pictureTypes = ["image/jpeg", "image/png"];

/** In the form's order, in which problems are listed too. @type {readonly (keyof FormFields)[]} */
export const fieldNames = [
  "category",
  "content",
  "replyBy",
  "mail",
  "telephone",
  "reachable",
  "name",
  "relation",
  "municipality",
  "ageBand",
  "device",
  "consent",
  "website",
];

const loneSurrogate = /\p{Surrogate}/gu;
const lineEnd = /\r\n?|[\u2028\u2029]/g;
const control = /(?![\n\t])\p{Cc}/gu;
/** Embeddings, overrides and isolates, which can make a text read otherwise than it is stored (Unicode TR 36, 2.8). */
const directionChange = /[\u202a-\u202e\u2066-\u2069]/g;
const lineOrTab = /[\n\t]+/g;
/** What people put between the digits of a number: hyphens of every kind, brackets, dots and spaces. */
const betweenDigits = /[\s()./\-\u00ad\u2010-\u2015\u2212\u30fc]/g;

/** How many characters a person counts: 𠮷 is one. @param {string} text */
export function lengthOf(text) {
  return Array.from(text).length;
}

/**
 * The fields as they are judged, kept and shown. Whatever comes in, twelve strings come out, and doing it again changes
 * nothing. Names and texts keep their characters (髙, 𠮷 and emoji too); only what nobody can see or print is taken out.
 * @param {unknown} fields what arrived: an object, or anything else, which counts as nothing filled in
 * @returns {FormFields}
 */
export function normalised(fields) {
  /** @param {keyof FormFields} name */
  const given = (name) => {
    const value = /** @type {Record<string, unknown>} */ (Object(fields))[name];
    return typeof value === "string" ? printable(value) : "";
  };
  /** @param {keyof FormFields} name */
  const line = (name) => given(name).replace(lineOrTab, " ").trim();
  const replyBy = line("replyBy");
  return {
    category: line("category"),
    content: given("content"),
    replyBy: replyBy === "mail" || replyBy === "telephone" || replyBy === "none" ? replyBy : "",
    mail: printable(line("mail").normalize("NFKC")).trim(),
    telephone: digitsOf(line("telephone")),
    reachable: line("reachable"),
    name: line("name"),
    relation: line("relation"),
    municipality: line("municipality"),
    ageBand: line("ageBand"),
    device: line("device"),
    consent: given("consent") === "yes" ? "yes" : "",
    website: line("website"),
  };
}

/** @param {string} text */
function printable(text) {
  return text
    .replace(loneSurrogate, "\ufffd")
    .replace(lineEnd, "\n")
    .replace(control, "")
    .replace(directionChange, "");
}

/** Taking a hyphen out can bring two characters together that make one, hence the second NFKC. @param {string} text */
function digitsOf(text) {
  return text.normalize("NFKC").replace(betweenDigits, "").normalize("NFKC");
}

/**
 * What is wrong with fields that are normalised, in the form's order; [] where all is right. Only what belongs to the
 * chosen way of replying is judged: a mail address beside "by telephone" is not asked for and is left out by the service.
 * @param {FormFields} fields
 * @param {Offered} offered
 * @returns {Problem[]}
 */
export function problemsOf(fields, offered) {
  /** @type {[keyof FormFields, ProblemCode | ""][]} */
  const judged = [
    ["category", problemOfCategory(fields.category, offered.categories)],
    ["content", problemOfContent(fields.content)],
    ["replyBy", fields.replyBy === "" ? "reply-missing" : ""],
    ["mail", fields.replyBy === "mail" ? problemOfMail(fields.mail) : ""],
    ["telephone", fields.replyBy === "telephone" ? problemOfTelephone(fields.telephone) : ""],
    [
      "reachable",
      fields.replyBy === "telephone" && lengthOf(fields.reachable) > limits.reachable
        ? "reachable-too-long"
        : "",
    ],
    ["name", fields.replyBy !== "none" && lengthOf(fields.name) > limits.name ? "name-too-long" : ""],
    ["relation", problemOfChoice(fields.relation, offered.relation)],
    ["municipality", problemOfChoice(fields.municipality, offered.municipality)],
    ["ageBand", problemOfChoice(fields.ageBand, offered.ageBand)],
    ["device", problemOfChoice(fields.device, offered.device)],
    ["consent", fields.consent === "yes" ? "" : "consent-missing"],
  ];
  return judged.flatMap(([field, code]) => (code === "" ? [] : [{ field, code }]));
}

/** @param {string} category @param {readonly string[]} offered @returns {ProblemCode | ""} */
function problemOfCategory(category, offered) {
  if (category === "") return "category-missing";
  return offered.includes(category) ? "" : "category-unknown";
}

/** @param {string} content @returns {ProblemCode | ""} */
function problemOfContent(content) {
  if (content.trim() === "") return "content-missing";
  return lengthOf(content.trim()) > limits.content ? "content-too-long" : "";
}

/**
 * ASCII only, as Amazon SES asks of a recipient. Dots may stand together or at the end before the @: addresses that
 * Japanese carriers once gave out have them, and it is for the mail system to say whether one arrives.
 */
const mailShape =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** @param {string} mail @returns {ProblemCode | ""} */
function problemOfMail(mail) {
  if (mail === "") return "mail-missing";
  return mail.length <= limits.mail && mailShape.test(mail) ? "" : "mail-malformed";
}

/** @param {string} telephone @returns {ProblemCode | ""} */
function problemOfTelephone(telephone) {
  if (telephone === "") return "telephone-missing";
  return /^(?:0|\+81)\d{9,10}$/.test(telephone) ? "" : "telephone-malformed";
}

/** Nothing chosen is right: whoever does not want to say, need not. @param {string} choice @param {readonly string[]} offered @returns {ProblemCode | ""} */
function problemOfChoice(choice, offered) {
  return choice === "" || offered.includes(choice) ? "" : "choice-unknown";
}

/**
 * What is wrong with the pictures, all together; at most one problem.
 * @param {readonly { readonly type: string, readonly size: number }[]} pictures media type and bytes of each
 * @returns {Problem[]}
 */
export function problemsOfPictures(pictures) {
  const bytes = pictures.reduce((sum, { size }) => sum + size, 0);
  /** @type {ProblemCode | ""} */
  const code =
    pictures.length > limits.pictures
      ? "pictures-too-many"
      : pictures.some(({ type }) => !pictureTypes.includes(type))
        ? "pictures-wrong-type"
        : bytes > limits.pictureBytes
          ? "pictures-too-large"
          : "";
  return code === "" ? [] : [{ field: "pictures", code }];
}
