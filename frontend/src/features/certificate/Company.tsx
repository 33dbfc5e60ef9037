import { useDirectory } from "../../app/data/useDirectory.ts";
import { Full } from "./FactList.tsx";

/** A company by name, number and account, as far as this reader may know. */
export function Company({ account }: { account: string }) {
  const { findName, entryOf } = useDirectory();
  const entry = entryOf(account);
  return (
    <span className="grid">
      {entry && (
        <span>
          <span className="font-medium">{findName(account)}</span>{" "}
          <span className="text-muted">
            ({entry.scheme} {entry.number})
          </span>
        </span>
      )}
      <Full text={account} />
    </span>
  );
}
