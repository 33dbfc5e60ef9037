import { useSyncExternalStore } from "react";
import { readTheme, storeTheme, type Theme } from "./theme.ts";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The chosen appearance, the same wherever it is shown. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, readTheme);
  const choose = (chosen: Theme) => {
    storeTheme(chosen);
    for (const listener of listeners) listener();
  };
  return [theme, choose];
}
