import { useState } from "react";
import type { Replacement } from "../../app/data/queries/replacements.ts";
import { useSlicesOf } from "../../app/data/queries/slices.ts";
import { useDirectory } from "../../app/data/useDirectory.ts";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { MoveReview } from "./MoveReview.tsx";
import { useText } from "./text.ts";

/** For each replaced account that still holds something: how much, and the way to move it. */
export function SlicesLeft({ replaced }: { replaced: readonly Replacement[] }) {
  return replaced.map((replacement) => <LeftOn key={replacement.id} replacement={replacement} />);
}

function LeftOn({ replacement }: { replacement: Replacement }) {
  const t = useText();
  const { nameOf } = useDirectory();
  const slices = useSlicesOf(replacement.lost);
  // Kept while the dialog is open: the list empties as the slices move.
  const [moving, setMoving] = useState<readonly bigint[] | null>(null);
  const left = slices.data ?? [];
  const name = nameOf(replacement.successor);
  if (left.length === 0 && moving === null) return null;
  return (
    <>
      {left.length > 0 && (
        <Callout
          tone="warning"
          title={t("move.left", { count: left.length, name })}
          actions={<Button onClick={() => setMoving(left.map(({ id }) => BigInt(id)))}>{t("move.open")}</Button>}
        >
          {t("move.why")}
        </Callout>
      )}
      {moving && <MoveReview ids={moving} replacement={replacement} onClose={() => setMoving(null)} />}
    </>
  );
}
