import { resumeInquiries } from "../usecases/inquiries/resume-inquiries.ts";
import { casesOf, inquiryQueueOf, programmeOf, type World } from "./edge/composition.ts";
import { deployed, handlerOf } from "./edge/handler.ts";

/** Puts what inquiries still owe into the queue again when the schedule calls, every few minutes; answers how many there are. */
export function resumeInquiriesHandler(world: World) {
  const resume = resumeInquiries({
    programme: programmeOf(world),
    cases: casesOf(world),
    inquiries: inquiryQueueOf(world),
  });
  return handlerOf(world, async (_event: unknown): Promise<{ readonly owing: number }> => {
    const owing = await resume();
    world.log("info", "inquiries with work that is owed", { owing });
    return { owing };
  });
}

export const handler = deployed(resumeInquiriesHandler);
