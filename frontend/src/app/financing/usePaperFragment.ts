import { useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { isPaperFragment } from "../../domain/signed-paper.ts";

/** The paper in the address of the link that led here, or null. It stays when the reader then jumps to another part of the page. */
export function usePaperFragment(): string | null {
  const fragment = useLocation({ select: ({ hash }) => hash });
  const [kept, setKept] = useState<string | null>(null);
  const latest = isPaperFragment(fragment) ? fragment : kept;
  if (latest !== kept) setKept(latest);
  return latest;
}
