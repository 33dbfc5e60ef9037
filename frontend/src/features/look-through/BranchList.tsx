import { ChevronRight } from "lucide-react";
import type { MovementRow } from "../../app/data/queries/receivables.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Branch } from "../../domain/provenance.ts";
import { Copyable } from "../../ui/Copyable.tsx";
import { cx } from "../../ui/cx.ts";
import type { LookThrough } from "./look-through.ts";
import { MovementLine } from "./MovementLine.tsx";
import { useText } from "./text.ts";

const OPEN_DEPTH = 4;

interface BranchListProps {
  tree: LookThrough;
  branches: readonly Branch<MovementRow>[];
  depth: number;
}

/** The tree as nested lists; branches fold. */
export function BranchList({ tree, branches, depth }: BranchListProps) {
  return (
    <ul className={depth === 0 ? "grid gap-2" : "ms-2 mt-2 grid gap-2 border-s border-line ps-3 sm:ms-3 sm:ps-5"}>
      {branches.map((branch) => (
        <li key={`${branch.movement.id}-${branch.start}`}>
          {branch.children.length > 0 ? (
            <details open={depth < OPEN_DEPTH}>
              <summary className="flex cursor-pointer list-none items-start gap-1 [&::-webkit-details-marker]:hidden">
                <ChevronRight
                  aria-hidden
                  className="mt-1 size-4 shrink-0 text-muted [details[open]>summary>&]:rotate-90"
                />
                <MovementLine tree={tree} movement={branch.movement} range={branch} />
              </summary>
              <BranchFoot tree={tree} branch={branch} />
              <BranchList tree={tree} branches={branch.children} depth={depth + 1} />
            </details>
          ) : (
            <div className="ps-5">
              <MovementLine tree={tree} movement={branch.movement} range={branch} />
              <BranchFoot tree={tree} branch={branch} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function BranchFoot({ tree, branch }: { tree: LookThrough; branch: Branch<MovementRow> }) {
  const t = useText();
  const money = useMoney();
  const { movement, start, end, kept, children } = branch;
  return (
    <p className={cx("flex flex-wrap items-center gap-x-3 text-sm text-muted", children.length > 0 && "ps-5")}>
      <button
        type="button"
        className="min-h-6 rounded-sm text-accent underline underline-offset-2"
        onClick={() => tree.choose({ start, end })}
      >
        {t("tree.follow")}
      </button>
      <Copyable value={movement.txHash} shown={`${movement.txHash.slice(0, 10)}…`} />
      {children.length > 0 && kept > 0n && <span>{t("tree.kept", { amount: money(kept, tree.currency) })}</span>}
    </p>
  );
}
