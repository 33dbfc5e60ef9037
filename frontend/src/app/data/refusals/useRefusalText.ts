import { registerMessages } from "../../i18n/registerMessages.ts";
import { ServerError } from "../server.ts";
import en from "./messages.en.json";
import zh from "./messages.zh-CN.json";

const useText = registerMessages("refusals", { en, "zh-CN": zh });

/** Why the server that keeps names and documents did not do as asked, in the reader's language. */
export function useRefusalText(): (error: Error) => string {
  const t = useText();
  return (error) => {
    const code = error instanceof ServerError ? error.code : "other";
    return isKnown(code) ? t(code, { message: error.message }) : t("other", { message: error.message });
  };
}

function isKnown(code: string): code is keyof typeof en {
  return code in en;
}
