import { DomainError } from "../../domain/domain-error.ts";

type Unread = "missing" | "malformed";

/** Reads one field of a form, or notes what is wrong with it and gives null. What is read is never a string: strings are problems. */
export type Take<Field extends string, Problem extends string> = <T>(
  field: Field,
  text: string,
  read: (text: string) => T | Problem,
) => T | null;

export function takeInto<Field extends string, Problem extends string>(
  problems: Partial<Record<Field, Problem | Unread>>,
): Take<Field, Problem> {
  return (field, text, read) => {
    const value = text.trim() === "" ? "missing" : attempt(() => read(text));
    if (!isProblem<Problem | Unread>(value)) return value;
    problems[field] = value;
    return null;
  };
}

/** What cannot be read at all is malformed. @throws whatever is no DomainError. */
export function attempt<T>(read: () => T): T | "malformed" {
  try {
    return read();
  } catch (error) {
    if (error instanceof DomainError) return "malformed";
    throw error;
  }
}

export function isProblem<Problem extends string>(value: unknown): value is Problem {
  return typeof value === "string";
}
