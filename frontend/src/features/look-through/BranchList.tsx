import type { MovementRow } from "../../app/data/queries/receivables.ts";
import { useMoney } from "../../app/deployment/useMoney.ts";
import type { Branch } from "../../domain/provenance.ts";
import { Button } from "../../ui/Button.tsx";
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
              <summary className="cursor-pointer">
                <MovementLine tree={tree} movement={branch.movement} range={branch} />
              </summary>
              <BranchFoot tree={tree} branch={branch} />
              <BranchList tree={tree} branches={branch.children} depth={depth + 1} />
            </details>
          ) : (
            <>
              <MovementLine tree={tree} movement={branch.movement} range={branch} />
              <BranchFoot tree={tree} branch={branch} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function BranchFoot({ tree, branch }: { tree: LookThrough; branch: Branch<MovementRow> }) {
  const t = useText();
  const money = useMoney();
  const { start, end, kept, children } = branch;
  return (
    <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-sm text-muted">
      <Button variant="quiet" size="sm" onClick={() => tree.choose({ start, end })}>
        {t("tree.follow")}
      </Button>
      {children.length > 0 && kept > 0n && <span>{t("tree.kept", { amount: money(kept, tree.currency) })}</span>}
    </p>
  );
}
