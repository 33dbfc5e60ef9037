import type { Fact } from "../../ui/DescriptionList.tsx";

/** Label and value, in two columns on paper and on a wide screen. Hashes may break anywhere. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[7rem_1fr] sm:grid-cols-[10.5rem_1fr] print:grid-cols-[10.5rem_1fr] gap-x-4 gap-y-1 print:gap-y-px">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-sm leading-6 text-muted print:text-[8.5pt] print:leading-tight">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A hash, account or address in full: paper can't be asked for the rest. */
export function Full({ text }: { text: string }) {
  return <span className="font-mono text-sm break-all print:text-[8pt] print:leading-tight">{text}</span>;
}
