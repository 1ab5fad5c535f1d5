import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";

/** Which page of a list is shown: lists name the place where the next page begins, and nothing else. */
export interface Pages {
  /** What is asked for besides the list itself. */
  readonly place: { readonly after?: string };
  readonly isFirst: boolean;
  readonly forward: (next: string) => void;
  readonly back: () => void;
}

export function usePages(): Pages {
  // Where the pages up to this one began; the first begins at none.
  const [places, setPlaces] = useState<readonly string[]>([]);
  const after = places.at(-1);
  return {
    place: after === undefined ? {} : { after },
    isFirst: after === undefined,
    forward: (next) => setPlaces([...places, next]),
    back: () => setPlaces(places.slice(0, -1)),
  };
}

/** 前のページ and 次のページ under a list; nothing under one that has a single page. */
export function PageButtons({ pages, next }: { readonly pages: Pages; readonly next: string | undefined }) {
  if (pages.isFirst && next === undefined) return null;
  return (
    <SpaceBetween direction="horizontal" size="s">
      <Button disabled={pages.isFirst} onClick={pages.back}>
        前のページ
      </Button>
      <Button disabled={next === undefined} onClick={() => next !== undefined && pages.forward(next)}>
        次のページ
      </Button>
    </SpaceBetween>
  );
}
