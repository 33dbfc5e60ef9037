import type { ReactNode } from "react";

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Facts as label and value. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(7rem,auto)_1fr]">
      {facts.map((fact) => (
        <div key={fact.label} className="contents max-sm:block">
          <dt className="text-sm leading-6 text-muted">{fact.label}</dt>
          <dd className="min-w-0 break-words">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
