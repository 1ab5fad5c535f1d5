import type { PictureRef, PictureState } from "../../domain/case/picture.ts";
import type {
  InquiryQueue,
  KeptPictures,
  PictureStore,
  PushedInquiry,
} from "../../usecases/ports/inquiries.ts";

/** A queue that keeps what it was given; nobody takes it out. */
export function memoryInquiryQueue(): InquiryQueue & { readonly pushed: readonly PushedInquiry[] } {
  const pushed: PushedInquiry[] = [];
  return {
    pushed,
    push: async (inquiry) => {
      pushed.push(inquiry);
    },
  };
}

/** Pictures that nobody searches: a test says what was found. */
export function memoryPictures(): PictureStore & KeptPictures & { found(state: PictureState): void } {
  const arrived = new Map<string, readonly PictureRef[]>();
  const bytesOf = new Map<string, Uint8Array>();
  let found: PictureState = "scanning";
  const idOf = (programme: string, submissionId: string) => `${programme}/${submissionId}`;
  return {
    keep: async (programme, submissionId, pictures) => {
      const page = idOf(programme, submissionId);
      const refs = pictures.map(({ name, type, bytes }, index): PictureRef => {
        const key = `arrived/${page}/${index}`;
        bytesOf.set(key, bytes);
        return { key, name, type, bytes: bytes.length };
      });
      arrived.set(page, refs);
      return refs;
    },
    of: async (programme, submissionId) => arrived.get(idOf(programme, submissionId)) ?? [],
    drop: async (programme, submissionId) => {
      arrived.delete(idOf(programme, submissionId));
    },
    accept: async (pictures) =>
      pictures.map((picture) => {
        const key = picture.key.replace(/^arrived/, "kept");
        bytesOf.set(key, bytesOf.get(picture.key) ?? new Uint8Array());
        return { ...picture, key };
      }),
    state: async () => found,
    open: async ({ key }) => (found === "clean" ? bytesOf.get(key) : undefined),
    found: (state) => {
      found = state;
    },
  };
}
