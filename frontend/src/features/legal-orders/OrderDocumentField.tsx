import { useState } from "react";
import { bytesToHex, type Hex } from "viem";
import { Callout } from "../../ui/Callout.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { useText } from "./text.ts";

/** A legal order's file, as the ledger knows it: by the SHA-256 of its bytes. */
export interface OrderDocument {
  name: string;
  hash: Hex;
}

interface OrderDocumentFieldProps {
  value: OrderDocument | null;
  onChange: (document: OrderDocument | null) => void;
  error: string | undefined;
}

/** The file is read here and stays here; only its hash is written down. */
export function OrderDocumentField({ value, onChange, error }: OrderDocumentFieldProps) {
  const t = useText();
  const [unreadable, setUnreadable] = useState<string | null>(null);
  const take = async (files: File[]) => {
    const [file] = files;
    if (!file) return;
    const hash = await hashOf(file);
    setUnreadable(hash ? null : file.name);
    if (hash) onChange({ name: file.name, hash });
  };
  return (
    <div className="grid gap-1">
      <FileDrop label={t("document.label")} hint={t("document.hint")} accept="" onFiles={(files) => void take(files)} />
      {value && (
        <p className="flex flex-wrap items-baseline gap-x-2 text-sm" role="status">
          <span className="font-medium break-all">{value.name}</span>
          <span className="text-muted">
            SHA-256 <Copyable value={value.hash} shown={`${value.hash.slice(0, 14)}…`} />
          </span>
        </p>
      )}
      {unreadable !== null && (
        <Callout tone="danger" live>
          {t("document.unreadable", { name: unreadable })}
        </Callout>
      )}
      {error && (
        <p role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

/** @returns null when the file was moved, changed or locked since it was chosen. */
async function hashOf(file: File): Promise<Hex | null> {
  try {
    return bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer())));
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
