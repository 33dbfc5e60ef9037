import { useState } from "react";

/** For `ActionReview`: closed before it is done, the review leads back to its form. */
export function useReviewEnd(onBack: () => void, onDone: () => void) {
  const [isDone, setDone] = useState(false);
  const end = isDone ? onDone : onBack;
  return { open: true, onOpenChange: (open: boolean) => !open && end(), onConfirmed: () => setDone(true) };
}
