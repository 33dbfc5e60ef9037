import { Copyable } from "./Copyable.tsx";

interface PartyProps {
  /** Null when the directory does not tell it. */
  name: string | null;
  address: string;
  /** For example "you". */
  mark?: string | undefined;
}

/** Who it is: the name if known, and the account. */
export function Party({ name, address, mark }: PartyProps) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      {name && <bdi className="min-w-0 font-medium wrap-anywhere">{name}</bdi>}
      {mark && <span className="text-sm text-muted">({mark})</span>}
      <span className="text-muted">
        <Copyable value={address} shown={shortAddress(address)} />
      </span>
    </span>
  );
}

export function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
