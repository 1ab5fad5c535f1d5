import { useEffect } from "react";

const orientedNavigation = "nav[aria-orientation]";

/**
 * Takes away the orientation that Cloudscape's AppLayout writes on the closed navigation of a narrow window: WAI-ARIA 1.2 has
 * none for `navigation` (section 6.6, aria-orientation), and no property of AppLayout leaves it out. It is written anew
 * whenever a window becomes narrow, so the page is watched.
 */
export function usePlainNavigation(): void {
  useEffect(() => {
    const takeAway = () => document.querySelector(orientedNavigation)?.removeAttribute("aria-orientation");
    takeAway();
    const watching = new MutationObserver(takeAway);
    watching.observe(document.body, { childList: true, subtree: true });
    return () => watching.disconnect();
  }, []);
}
