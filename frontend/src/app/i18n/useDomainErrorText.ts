import type { DomainError } from "../../domain/domain-error.ts";
import { ENGLISH_DOMAIN_ERRORS } from "../../domain/domain-error-messages.ts";
import domainZh from "./domain.zh-CN.json";
import { registerMessages } from "./registerMessages.ts";

const useText = registerMessages("domain", { en: ENGLISH_DOMAIN_ERRORS, "zh-CN": domainZh });

/** The refusal of the domain layer (an invoice that can't be read, a malformed amount) in the reader's language. */
export function useDomainErrorText(): (error: DomainError) => string {
  const t = useText();
  return (error) => t(error.code, error.details);
}
