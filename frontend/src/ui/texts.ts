import { createContext, use } from "react";

/** The few words that primitives say by themselves. The app provides them in the reader's language. */
export interface UiTexts {
  close: string;
  cancel: string;
  copy: string;
  copied: string;
  retry: string;
  optional: string;
  chooseFile: string;
  dropFile: string;
  notifications: string;
  irrevocable: string;
  networkCost: string;
  done: string;
  export: string;
  exportFailed: string;
  /** Heads the column of units beside a column of figures. */
  unitOf: (header: string) => string;
  loading: string;
}

export const UiTextsContext = createContext<UiTexts | null>(null);

export function useUiTexts(): UiTexts {
  const texts = use(UiTextsContext);
  if (!texts) throw new Error("UiTextsContext is missing above this component.");
  return texts;
}
