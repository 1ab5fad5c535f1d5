import type { JapaneseDate } from "../japan-time.ts";
import type { Category, Programme } from "../programme.ts";
import {
  type CategorySetting,
  inForceOn,
  type SettingChange,
  type SettingProblem,
  subjectOf,
} from "./setting-change.ts";

/** A category with what a day says of it. */
export interface KnownCategory extends Category {
  /** Whether it may be chosen on that day. */
  readonly isOffered: boolean;
  /** It begins after that day. */
  readonly isAhead?: true;
  /** Its name in easy Japanese and in English, where a supervisor has entered one. */
  readonly easy?: string;
  readonly english?: string;
}

/**
 * Every category that there ever was, in the words in force on a day: what cases and reports must be able to name. First the
 * programme's, in their order, then those that supervisors added. Nothing of it is lost when one is no longer offered.
 */
export function everKnown(
  own: readonly Category[],
  changes: readonly SettingChange[],
  day: JapaneseDate,
): KnownCategory[] {
  const changed = changes.filter((change) => change.setting === "category");
  const added = new Map(changed.map((first) => [first.code, first] as const).toReversed());
  for (const { code } of own) added.delete(code);
  return [
    ...own.map((category) => {
      const change = inForceOn(changed, subjectOfCategory(category.code), day);
      return change ? categoryOf(change) : { ...category, isOffered: true };
    }),
    ...[...added.values()].toReversed().map((first) => {
      const change = inForceOn(changed, subjectOf(first), day);
      return change ? categoryOf(change) : { ...categoryOf(first), isOffered: false, isAhead: true as const };
    }),
  ];
}

/** The categories that may be chosen on a day. */
export function categoriesAt(
  own: readonly Category[],
  changes: readonly SettingChange[],
  day: JapaneseDate,
): KnownCategory[] {
  return everKnown(own, changes, day).filter(({ isOffered }) => isOffered);
}

/** Every wording that a category ever had, with its code; where two had one, the later. */
export function everyWording(
  own: readonly Category[],
  changes: readonly SettingChange[],
): [string, string][] {
  return [...own, ...changes.filter((change) => change.setting === "category")].map(({ code, name }) => [
    name,
    code,
  ]);
}

const longestName = 40;
const longestTranslation = 80;
const uncategorised = "未分類";

/** What is wrong with a category as it is to be from a day on; undefined where nothing is. */
export function problemOfCategory(
  category: CategorySetting,
  from: JapaneseDate,
  { own, changes }: { readonly own: readonly Category[]; readonly changes: readonly SettingChange[] },
): SettingProblem | undefined {
  const { name, easy = "", english = "" } = category;
  if (name.trim() === "" || name.length > longestName || /[\n<>]/.test(name))
    return {
      field: "name",
      problem: `分類の名前を${longestName}文字以内で入力してください。「<」「>」と改行は使えません。`,
    };
  if (Math.max(easy.length, english.length) > longestTranslation)
    return {
      field: easy.length > longestTranslation ? "easy" : "english",
      problem: `やさしい日本語と英語の名前は${longestTranslation}文字以内にしてください。`,
    };
  const holder = namedAlike(category, from, own, changes);
  if (holder !== undefined)
    return {
      field: "name",
      problem: `${holder}が同じ名前です。数を取り違えないように、別の名前にしてください。`,
    };
  return problemOfChoice(category, from, own, changes);
}

/** Which other category has a name on a day or after it. */
function namedAlike(
  { code, name }: CategorySetting,
  from: JapaneseDate,
  own: readonly Category[],
  changes: readonly SettingChange[],
): string | undefined {
  if (name === uncategorised) return `分類のない案件の「${uncategorised}」`;
  const others = [
    ...everKnown(own, changes, from),
    ...changes.filter((change) => change.setting === "category").filter((change) => change.from > from),
  ];
  return others.find((other) => other.code !== code && other.name === name)?.code;
}

function problemOfChoice(
  category: CategorySetting,
  from: JapaneseDate,
  own: readonly Category[],
  changes: readonly SettingChange[],
): SettingProblem | undefined {
  const known = everKnown(own, changes, from);
  const before = known.find(({ code }) => code === category.code);
  if (before && !before.isAhead && isSame(before, category))
    return {
      field: "name",
      problem: "いまと同じ内容です。変えるところを直してから、もう一度送ってください。",
    };
  const others = known.filter(({ code }) => code !== category.code);
  const isForPublic = category.isOffered && !category.isDeskOnly;
  return isForPublic || others.some(({ isOffered, deskOnly }) => isOffered && !deskOnly)
    ? undefined
    : {
        field: "isOffered",
        problem:
          "この分類を止めると、WEBフォームで選べる分類がなくなります。先にほかの分類を選べるようにしてください。",
      };
}

/** The code of a category that is added: the highest, counted up, in the way in which the programme writes its codes. */
export function nextCategoryCode(own: readonly Category[], changes: readonly SettingChange[]): string {
  const codes = everKnown(own, changes, "9999-12-31").map(({ code }) => code);
  const last = codes.toSorted((one, other) => numberIn(one) - numberIn(other)).at(-1) ?? "C00";
  const digits = /\d+$/.exec(last)?.[0] ?? "";
  return `${last.slice(0, last.length - digits.length)}${String(Number(digits) + 1).padStart(digits.length, "0")}`;
}

function numberIn(code: string): number {
  return Number(/\d+$/.exec(code)?.[0] ?? 0);
}

export function subjectOfCategory(code: string): string {
  return `category/${code}`;
}

/** A programme that offers the categories of a day, also in the form's other languages. */
export function offeringOn<Offering extends Pick<Programme, "categories" | "translations">>(
  programme: Offering,
  changes: readonly SettingChange[],
  day: JapaneseDate,
): Offering {
  const categories = categoriesAt(programme.categories, changes, day);
  const named = (key: "easy" | "english") =>
    Object.fromEntries(
      categories.flatMap((one) => (one[key] === undefined ? [] : [[one.name, one[key]] as const])),
    );
  const { easy = {}, en = {} } = programme.translations ?? {};
  return {
    ...programme,
    categories,
    translations: { easy: { ...easy, ...named("easy") }, en: { ...en, ...named("english") } },
  };
}

/** What a change makes of a category. */
export function categoryOf(change: CategorySetting): KnownCategory {
  const { code, name, isOffered, isDeskOnly, easy, english } = change;
  return {
    code,
    name,
    isOffered,
    ...(isDeskOnly && { deskOnly: true as const }),
    ...(easy !== undefined && { easy }),
    ...(english !== undefined && { english }),
  };
}

function isSame(known: KnownCategory, category: CategorySetting): boolean {
  return (
    known.name === category.name &&
    known.isOffered === category.isOffered &&
    (known.deskOnly ?? false) === category.isDeskOnly &&
    known.easy === category.easy &&
    known.english === category.english
  );
}
