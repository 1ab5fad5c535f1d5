import { instantOfDay, dayNumberOf } from "../domain/japan-time.ts";
import {
  faqEditionsOf,
  faqEntriesOf,
  programmeOf,
  trainingSettingsOf,
  type World,
} from "../lambdas/edge/composition.ts";

/** What the training's own questions and answers are called where the desk names the source. */
const edition = { source: "研修用の想定質問・回答集", version: "1" } as const;

/** Keeps the programme's invented questions and answers, so that a training has something to look up. Safe to repeat. */
export async function keepTrainingQuestions(world: World, programmeId: string): Promise<void> {
  const { faq } = trainingSettingsOf(world);
  if (faq.length === 0) return;
  const entries = faqEntriesOf(world);
  for (const [index, one] of faq.entries())
    await entries.put(programmeId, { ...one, ...edition, id: `training-${index + 1}`, number: index + 1 });
  const importedAt = instantOfDay(dayNumberOf(programmeOf(world).contract.from), 0);
  await faqEditionsOf(world).put(programmeId, {
    ...edition,
    importedAt,
    entries: faq.length,
    fingerprint: "training",
  });
}
