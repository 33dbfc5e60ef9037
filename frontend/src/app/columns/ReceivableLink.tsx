import { Link } from "@tanstack/react-router";
import { shortReceivableId } from "../../domain/ids.ts";
import { cx } from "../../ui/cx.ts";

interface ReceivableLinkProps {
  id: string;
  /** The slice to point out there. */
  slice?: string;
  className?: string;
}

/** A receivable's short id, leading to its page. */
export function ReceivableLink({ id, slice, className }: ReceivableLinkProps) {
  return (
    <Link
      to="/receivables/$id"
      params={{ id }}
      search={slice ? { slice } : {}}
      className={cx("font-mono text-sm text-accent underline", className)}
    >
      {shortReceivableId(BigInt(id))}
    </Link>
  );
}
