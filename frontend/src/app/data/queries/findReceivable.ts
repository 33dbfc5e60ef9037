import { useQuery } from "@tanstack/react-query";
import { fetchReceivables } from "./receivables.ts";

const FEWEST_DIGITS = 4;
const ID_DIGITS = 48;

/** @returns the receivable's id or its beginning in hex, from however it is written; null when it is none. */
function prefixOf(text: string): string | null {
  const [, digits] = /^\s*(?:0x)?([0-9a-f]+)/i.exec(text) ?? [];
  return digits && digits.length >= FEWEST_DIGITS ? `0x${digits.toLowerCase().slice(0, ID_DIGITS)}` : null;
}

/** Receivables whose id begins like this; none is asked for before four digits. A slice's id finds its receivable. */
export function useReceivablesLike(text: string) {
  const prefix = prefixOf(text);
  return useQuery({
    queryKey: ["index", "receivables", "like", prefix],
    enabled: prefix !== null,
    queryFn: () => fetchReceivables({ id_starts_with: prefix }),
  });
}
