import { FLOW_KINDS, type FlowKind } from "../../domain/flow/flow-graph.ts";
import { KindLine } from "./GraphEdges.tsx";
import { useText } from "./text.ts";

interface KindFilterProps {
  /** Kinds that occur. */
  present: ReadonlySet<FlowKind>;
  shown: ReadonlySet<FlowKind>;
  onChange: (shown: ReadonlySet<FlowKind>) => void;
}

/** What the lines mean; what is unticked is not drawn. */
export function KindFilter({ present, shown, onChange }: KindFilterProps) {
  const t = useText();
  const toggle = (kind: FlowKind) => {
    const next = new Set(shown);
    if (!next.delete(kind)) next.add(kind);
    onChange(next);
  };
  return (
    <fieldset className="flex flex-wrap gap-x-5 gap-y-1.5">
      <legend className="mb-1 text-sm font-medium">{t("kinds")}</legend>
      {FLOW_KINDS.filter((kind) => present.has(kind)).map((kind) => (
        <label key={kind} className="flex min-h-6 items-center gap-1.5">
          <input
            type="checkbox"
            checked={shown.has(kind)}
            onChange={() => toggle(kind)}
            className="size-4 accent-accent"
          />
          <svg aria-hidden="true" viewBox="0 0 34 10" className="h-2.5 w-8.5">
            <KindLine kind={kind} d="M1 5H32" />
          </svg>
          {t(`kind.${kind}`)}
        </label>
      ))}
    </fieldset>
  );
}
