import { Link } from "@tanstack/react-router";
import { shortReceivableId } from "../../domain/ids.ts";

/** A receivable's short id, leading to its page. */
export function ReceivableLink({ id }: { id: string }) {
  return (
    <Link to="/receivables/$id" params={{ id }} className="font-mono text-sm text-accent underline">
      {shortReceivableId(BigInt(id))}
    </Link>
  );
}
