import { CfnEvaluationForm } from "aws-cdk-lib/aws-connect";
import type { Construct } from "constructs";

type Item = CfnEvaluationForm.EvaluationFormItemProperty;

/** What is judged: a question, what it asks of a call, and its share of the score in per cent; all shares make 100. */
const questions = [
  {
    refId: "opening",
    title: "名のりと用件の確認",
    instructions: "名のり、用件を聞き切り、復唱して確かめた。",
    weight: 20,
  },
  {
    refId: "accuracy",
    title: "答えの正しさ",
    instructions: "マニュアルのとおりに答え、範囲外のことは推測せずに照会した。",
    weight: 30,
  },
  {
    refId: "manner",
    title: "話し方",
    instructions: "聞き取りやすい速さと言葉で、相手の話をさえぎらなかった。",
    weight: 20,
  },
  {
    refId: "privacy",
    title: "個人情報の扱い",
    instructions: "必要なことだけを聞き、本人を確かめ、記録に余分なことを書かなかった。",
    weight: 20,
  },
  {
    refId: "closing",
    title: "締めくくり",
    instructions: "次に何が起きるか（折返し、照会、期限）を伝えて終えた。",
    weight: 10,
  },
] as const;

/** The answers, with points of 0 to 10. */
const answers = [
  { refId: "good", text: "できた", score: 10 },
  { refId: "partly", text: "一部できた", score: 5 },
  { refId: "poor", text: "できなかった", score: 0 },
] as const;

/**
 * 応対品質: the form by which leaders and supervisors judge a call. An answer that does not apply to the call is left out
 * of its score. A changed form is assumed to become a new version in Amazon Connect, older judgements keeping theirs.
 */
export function qualityForm(scope: Construct, instanceArn: string): void {
  const judged = questions.map(
    (question): Item => ({
      question: {
        ...question,
        questionType: "SINGLESELECT",
        notApplicableEnabled: true,
        questionTypeProperties: { singleSelect: { displayAs: "RADIO", options: [...answers] } },
      },
    }),
  );
  const remark: Item = {
    question: {
      refId: "remark",
      title: "気づいたこと",
      instructions: "良かった点と、次に直す点。相談者の名前や電話番号は書かない。",
      questionType: "TEXT",
      notApplicableEnabled: true,
    },
  };
  new CfnEvaluationForm(scope, "QualityForm", {
    instanceArn,
    title: "応対品質",
    status: "ACTIVE",
    items: [{ section: { refId: "call", title: "応対", items: [...judged, remark] } }],
    scoringStrategy: { mode: "QUESTION_ONLY", status: "ENABLED" },
  });
}
