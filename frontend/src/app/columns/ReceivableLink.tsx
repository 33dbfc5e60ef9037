import { Link } from "@tanstack/react-router";
import { shortReceivableId } from "../../domain/ids.ts";

interface ReceivableLinkProps {
  id: string;
  /** The slice to point out there. */
  slice?: string;
}

/** A receivable's short id, leading to its page. */
export function ReceivableLink({ id, slice }: ReceivableLinkProps) {
  return (
    <Link
      to="/receivables/$id"
      params={{ id }}
      search={slice ? { slice } : {}}
      className="font-mono text-sm font-normal text-accent underline"
    >
      {shortReceivableId(BigInt(id))}
    </Link>
  );
}
