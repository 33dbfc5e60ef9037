import { useState } from "react";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { Callout } from "../../ui/Callout.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { type QuoteRequest, readRequest } from "./quote-request.ts";
import { useText } from "./text.ts";

/** Takes a holder's request from its file. */
export function RequestIntake({ onRequest }: { onRequest: (request: QuoteRequest) => void }) {
  const t = useText();
  const { chainId } = useDeployment();
  const [problem, setProblem] = useState<"unreadable" | "otherNetwork" | null>(null);
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    const read = readRequest(await file.text(), chainId);
    setProblem("problem" in read ? read.problem : null);
    if (!("problem" in read)) onRequest(read);
  };
  return (
    <>
      <FileDrop
        label={t("request.drop")}
        hint={t("request.hint")}
        accept=".json,application/json"
        onFiles={(files) => void take(files)}
      />
      {problem && (
        <Callout tone="danger" live>
          {t(`request.${problem}`)}
        </Callout>
      )}
    </>
  );
}
