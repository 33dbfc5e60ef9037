import { useState } from "react";
import { type Hex, keccak256 } from "viem";
import { Copyable } from "../../ui/Copyable.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { UntrustedText } from "../../ui/UntrustedText.tsx";
import { useText } from "./text.ts";

export interface Decision {
  fileName: string;
  /** Keccak-256 of the file's bytes. */
  hash: Hex;
}

interface DecisionFieldProps {
  decision: Decision | null;
  onChange: (decision: Decision) => void;
  error: string | undefined;
}

/** The document that decides a change: only its hash leaves this page. */
export function DecisionField({ decision, onChange, error }: DecisionFieldProps) {
  const t = useText();
  const [isUnreadable, setUnreadable] = useState(false);
  const take = async ([file]: File[]) => {
    if (!file) return;
    try {
      onChange({ fileName: file.name, hash: keccak256(new Uint8Array(await file.arrayBuffer())) });
      setUnreadable(false);
    } catch (cause) {
      console.warn(cause);
      setUnreadable(true);
    }
  };
  const shownError = isUnreadable ? t("decision.unreadable") : error;
  return (
    <div className="grid content-start gap-2">
      <FileDrop
        label={t("decision.label")}
        hint={t("decision.hint")}
        accept="*/*"
        onFiles={(files) => void take(files)}
      />
      {decision && (
        <p className="text-sm">
          <UntrustedText>{decision.fileName}</UntrustedText>
          <br />
          <Copyable value={decision.hash} shown={decision.hash} />
        </p>
      )}
      {shownError && (
        <p role="alert" className="text-sm text-danger">
          {shownError}
        </p>
      )}
    </div>
  );
}
