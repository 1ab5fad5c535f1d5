import type { Expectation } from "../../../domain/training/script.ts";

/** What is expected of most cases, whatever the call was about. */

export const contentWritten: Expectation = {
  kind: "written",
  field: "content",
  manual: "相談内容は、次に読む人に分かるように、通話中に短い文で書きます。",
};

export const noPersonalData: Expectation = {
  kind: "no-personal-data",
  manual:
    "相談内容は県への報告に載ることがあります。氏名・電話番号・住所は書かず、必要なときは受付番号で示します。",
};

export const answered: Expectation = {
  kind: "written",
  field: "answer",
  manual: "何を答えたかを書きます。同じ方が次にかけてきたとき、違う答えをしないためです。",
};

export const closed: Expectation = {
  kind: "status",
  oneOf: ["closed"],
  manual: "その場で答えが済んだ案件は、後処理のうちに完了にします。",
};

export const heardOut: Expectation = {
  kind: "heard-out",
  manual: "答える前に、相談者の話を最後まで聞きます。",
};
