import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { FieldConflict } from "../../../../contract/case-writing.ts";
import { shownMinute } from "../../format.ts";
import { useDesk } from "../../shell/desk-context.ts";

const longTexts = new Set(["content", "answer"]);

/** The fields that somebody else wrote at the same time, each with both texts and a choice. Nothing is lost before it is chosen. */
export function Conflicts(props: {
  readonly conflicts: readonly FieldConflict[];
  readonly resolve: (field: string, text: string | undefined) => void;
}) {
  const { me } = useDesk();
  if (props.conflicts.length === 0) return null;
  return (
    <div role="alert">
      <Alert type="warning" header="ほかの人が同じ欄を書きました。残す内容を選んでください。">
        <SpaceBetween size="m">
          {props.conflicts.map(({ field, mine, theirs, by, at }) => {
            const name = me.names.caseFields[field] ?? field;
            const choose = (text: string | undefined) => props.resolve(field, text);
            return (
              <div key={field} className="conflict">
                <strong>{name}</strong>
                <ColumnLayout columns={2}>
                  <div>
                    <p className="quiet plain">あなたの内容（まだ保存していません）</p>
                    <p className="written">{shownField(field, mine, me.categories)}</p>
                  </div>
                  <div>
                    <p className="quiet plain">
                      {by ?? "ほかの人"}が書いた内容（{shownMinute(at)}）
                    </p>
                    <p className="written">{shownField(field, theirs, me.categories)}</p>
                  </div>
                </ColumnLayout>
                <SpaceBetween direction="horizontal" size="xs">
                  <Button ariaLabel={`${name}: 自分の内容にする`} onClick={() => choose(mine)}>
                    自分の内容にする
                  </Button>
                  <Button ariaLabel={`${name}: 相手の内容にする`} onClick={() => choose(undefined)}>
                    相手の内容にする
                  </Button>
                  {longTexts.has(field) && (
                    <Button
                      ariaLabel={`${name}: 両方を残す`}
                      onClick={() => choose(`${theirs}\n----\n${mine}`)}
                    >
                      両方を残す
                    </Button>
                  )}
                </SpaceBetween>
              </div>
            );
          })}
        </SpaceBetween>
      </Alert>
    </div>
  );
}

function shownField(
  field: string,
  text: string,
  categories: readonly { readonly code: string; readonly name: string }[],
): string {
  if (text === "") return "（空欄）";
  return field === "category" ? (categories.find(({ code }) => code === text)?.name ?? text) : text;
}
