import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { type FormEvent, useState } from "react";
import type { Answered } from "../../api/client.ts";
import type { Failure } from "../../api/failure.ts";
import { dateOf, shownDate } from "../../format.ts";
import { DateField } from "../date-and-time.tsx";

/** From when a setting is to be otherwise, and why. */
export interface WhenAndWhy {
  readonly from: string;
  readonly reason: string;
}

/** The two fields with which every change of a setting ends. */
export function WhenAndWhyFields(props: {
  readonly entry: WhenAndWhy;
  readonly change: (changed: Partial<WhenAndWhy>) => void;
}) {
  const { entry, change } = props;
  return (
    <>
      <DateField label="いつから" value={entry.from} set={(from) => change({ from })} />
      <FormField label="理由" constraintText="200文字まで。変更の記録に残ります。">
        <Input
          value={entry.reason}
          placeholder="例: 県との協議による"
          onChange={({ detail }) => change({ reason: detail.value })}
        />
      </FormField>
    </>
  );
}

/** 今日から, or 2024/7/18(木)から. */
export function whenOf({ from }: Pick<WhenAndWhy, "from">, now: number): string {
  return from === dateOf(now) ? "今日から" : `${shownDate(from)}から`;
}

/** The reason as it is shown before it is sent. */
export function reasonInWords({ reason }: Pick<WhenAndWhy, "reason">): string {
  return `理由: ${reason === "" ? "（まだ入力していません）" : reason}`;
}

/**
 * What is entered is asked about once more and then sent; a refusal leaves it as it is, beside what is set by now, which
 * `reload` reads.
 */
export function useSending<Answer>(parts: {
  readonly send: () => Promise<Answered<Answer>>;
  readonly kept: (answer: Answer) => void;
  readonly reload: () => void;
}) {
  const { send, kept, reload } = parts;
  const [isAsked, setAsked] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const confirm = async () => {
    const answered = await send();
    setFailure(answered.ok ? undefined : answered.failure);
    setAsked(false);
    if (answered.ok) kept(answered.value);
    else reload();
  };
  const review = (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    setAsked(true);
  };
  return { isAsked, setAsked, failure, review, confirm };
}
