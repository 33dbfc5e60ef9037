import { useState } from "react";
import type { Adjustments } from "./useProposalColumns.tsx";

/** Which slices are left out and which are used before any other; never both. */
export function useWishes(): Adjustments {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [pinned, setPinned] = useState<ReadonlySet<string>>(new Set());
  return {
    leftOut,
    pinned,
    onWish: (id, wish) => {
      setLeftOut((now) => withMember(now, id, wish === "leaveOut"));
      setPinned((now) => withMember(now, id, wish === "pin"));
    },
  };
}

function withMember(set: ReadonlySet<string>, id: string, isMember: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isMember) next.add(id);
  else next.delete(id);
  return next;
}
