import type { APIGatewayProxyEvent, APIGatewayProxyResult } from "aws-lambda";
import type { PictureRef } from "../../domain/case/picture.ts";
import type { Programme } from "../../domain/programme.ts";
import type { FormTokens, HandedOutPage, PictureStore } from "../../usecases/ports/inquiries.ts";
import type { submitWebForm } from "../../usecases/inquiries/submit-web-form.ts";
import { problemsOf } from "../../web/form/form-rules.js";
import { offeredBy } from "../../web/form/offered.ts";
import { lastPart } from "./form-answer.ts";
import { type FormPost, readFormPost, wantsJson } from "./form-post.ts";
import { type FormExchange, formReplies } from "./form-replies.ts";
import { submissionOf } from "./submission.ts";

/** What the form is taken with. */
export interface FormIntake {
  readonly programme: Programme;
  /** The programme as it offers categories now; it never fails. */
  readonly offering: () => Promise<Programme>;
  readonly tokens: FormTokens;
  readonly submit: ReturnType<typeof submitWebForm>;
  readonly pictures: PictureStore;
  readonly fail: (message: string, cause: unknown) => void;
}

/** Whoever sends a form sooner than this after it was handed out has not read it. */
const quickestMillis = 2_000;

/** A page that was open for longer is given a new token first: a token is the key under which repetitions are one inquiry. */
const longestMillis = 24 * 60 * 60_000;

/** What a post is answered on. */
interface Ground {
  readonly handedOut: HandedOutPage | undefined;
  readonly offering: Programme;
  readonly reply: ReturnType<typeof formReplies>;
}

/**
 * Takes the form's posts: `form-check` shows what was typed before it is sent, `form-edit` the form again with it, and
 * `inquiries` takes it. Whatever is wrong, with the form or with us, what was typed comes back in the answer.
 */
export function formIntake(intake: FormIntake) {
  const { programme, tokens, submit, pictures } = intake;

  return async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const post = await readFormPost(event);
    const asJson = wantsJson(event);
    if ("refused" in post)
      return formReplies(programme).fault(post.refused, { language: post.language, asJson });
    const offering = await intake.offering();
    const reply = formReplies(offering);
    try {
      const handedOut = await tokens.read(post.token);
      const kept = await picturesOf(post, handedOut);
      return await answer(lastPart(event.path), { post, asJson, kept }, { handedOut, offering, reply });
    } catch (cause) {
      intake.fail("an inquiry was not taken; the form was given back", cause);
      return reply.notTaken(post, asJson);
    }
  };

  async function answer(
    route: string,
    exchange: FormExchange,
    ground: Ground,
  ): Promise<APIGatewayProxyResult> {
    const { post } = exchange;
    const { reply, offering } = ground;
    if (route === "form-edit") return reply.formAgain(exchange);
    if (post.isSuspicious) return reply.suspected(exchange);
    const problems = [...problemsOf(post.fields, offeredBy(offering)), ...post.pictureProblems];
    if (problems.length > 0) return reply.withProblems(exchange, problems);
    return route === "form-check" ? reply.checked(exchange) : take(exchange, ground);
  }

  async function take(exchange: FormExchange, { handedOut, reply }: Ground): Promise<APIGatewayProxyResult> {
    if (!handedOut || handedOut.ageMillis > longestMillis)
      return reply.expired(exchange, await tokens.issue());
    if (handedOut.ageMillis < quickestMillis) return reply.suspected(exchange);
    const { language, fields } = exchange.post;
    const { submissionId } = handedOut;
    const receipt = await submit(submissionOf(fields, { submissionId, language, pictures: exchange.kept }));
    if (!receipt.ok) throw new Error(receipt.problem);
    return reply.taken(exchange, receipt.value);
  }

  /** New pictures of a page replace those that it had; of a page that is not ours none are kept. */
  async function picturesOf(
    post: FormPost,
    handedOut: HandedOutPage | undefined,
  ): Promise<readonly PictureRef[]> {
    if (!handedOut) return [];
    const { submissionId } = handedOut;
    if (post.dropsPictures) await pictures.drop(programme.id, submissionId);
    const isNew = post.pictures.length > 0 && post.pictureProblems.length === 0 && !post.isSuspicious;
    return isNew
      ? pictures.keep(programme.id, submissionId, post.pictures)
      : pictures.of(programme.id, submissionId);
  }
}
