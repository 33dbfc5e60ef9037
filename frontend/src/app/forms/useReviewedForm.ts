import { type FormEvent, useState } from "react";

type Problems<Field extends string, Problem extends string> = { readonly [Name in Field]?: Problem };

/**
 * A form that blames its fields only once it was submitted, and has what was right then reviewed.
 * @param read What the fields say now, or what is wrong with them.
 */
export function useReviewedForm<Right extends object, Field extends string, Problem extends string>(
  read: Right | { problems: Problems<Field, Problem> },
  textOf: (problem: Problem) => string,
) {
  const [isTried, setIsTried] = useState(false);
  const [reviewed, setReviewed] = useState<Right | null>(null);
  const errorOf = (field: Field): string | undefined => {
    const problem = isTried && isWrong(read) ? read.problems[field] : undefined;
    return problem && textOf(problem);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTried(true);
    if (!isWrong(read)) setReviewed(read);
  };
  return { errorOf, submit, reviewed, endReview: () => setReviewed(null), forgetTry: () => setIsTried(false) };
}

function isWrong<Right extends object, Wrong extends { problems: object }>(read: Right | Wrong): read is Wrong {
  return "problems" in read;
}
