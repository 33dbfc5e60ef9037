import type { Answer } from "./Loaded.tsx";

/** Several questions as one, for `Loaded`: why one of them failed, and all of them asked anew. @param data Undefined while one is open. */
export function answerOf<Data>(data: Data | undefined, questions: readonly Answer<unknown>[]): Answer<Data> {
  const error = questions.find((question) => question.error)?.error ?? null;
  return { data, error, refetch: () => Promise.all(questions.map((question) => question.refetch())) };
}
