import { registerMessages } from "../../app/i18n/registerMessages.ts";
import en from "./messages.en.json";
import zh from "./messages.zh-CN.json";

export const useText = registerMessages("pay-suppliers", { en, "zh-CN": zh });
