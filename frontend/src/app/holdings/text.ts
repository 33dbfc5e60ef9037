import { registerMessages } from "../i18n/registerMessages.ts";
import en from "./messages.en.json";
import zh from "./messages.zh-CN.json";

export const useText = registerMessages("holdings", { en, "zh-CN": zh });
