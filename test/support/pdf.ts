import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A PDF as another reader than its writer sees it: Mozilla's pdf.js. */

type Pdf = Awaited<ReturnType<typeof getDocument>["promise"]>;

const fromPackage = (folder: string) => `${import.meta.dirname}/../../node_modules/pdfjs-dist/${folder}/`;

/** Opens a PDF for `use`, and closes it. */
export async function readingPdf<Answer>(
  bytes: Uint8Array,
  use: (pdf: Pdf) => Promise<Answer>,
): Promise<Answer> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    standardFontDataUrl: fromPackage("standard_fonts"),
    wasmUrl: fromPackage("wasm"),
  });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** The text of each page, in the order in which it was set, a line for each piece. */
export function textOfPdf(bytes: Uint8Array): Promise<string[]> {
  return readingPdf(bytes, (pdf) =>
    Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => {
        const page = await pdf.getPage(index + 1);
        const { items } = await page.getTextContent();
        return items
          .flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.str] : []))
          .join("\n");
      }),
    ),
  );
}

/** Each page as a PNG, `scale` pixels a point. */
export function picturesOfPdf(bytes: Uint8Array, scale: number): Promise<Uint8Array[]> {
  return readingPdf(bytes, async (pdf) => {
    const pictures: Uint8Array[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale });
      // pdf.js draws with the canvas that it brings for Node; its types know the browser's only.
      const { canvas, context } = (pdf.canvasFactory as CanvasFactory).create(
        Math.ceil(viewport.width),
        Math.ceil(viewport.height),
      );
      await page.render({ canvas: null, canvasContext: context, viewport }).promise;
      pictures.push(canvas.toBuffer("image/png"));
    }
    return pictures;
  });
}

interface CanvasFactory {
  create(
    width: number,
    height: number,
  ): {
    readonly canvas: { toBuffer(type: "image/png"): Uint8Array };
    readonly context: Parameters<Awaited<ReturnType<Pdf["getPage"]>>["render"]>[0]["canvasContext"];
  };
}
