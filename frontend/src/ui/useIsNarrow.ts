import { useSyncExternalStore } from "react";

/** As the breakpoint `sm` in theme.css. */
const NARROW = matchMedia("(width < 40rem)");

/** Whether tables are shown as cards. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => NARROW.matches);
}

function subscribe(onChange: () => void): () => void {
  NARROW.addEventListener("change", onChange);
  return () => NARROW.removeEventListener("change", onChange);
}
