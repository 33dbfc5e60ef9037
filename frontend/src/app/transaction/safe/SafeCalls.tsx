import { useMutation } from "@tanstack/react-query";
import { useConnection } from "wagmi";
import { Button } from "../../../ui/Button.tsx";
import { Copyable } from "../../../ui/Copyable.tsx";
import { DescriptionList } from "../../../ui/DescriptionList.tsx";
import { saveFile } from "../../../ui/saveFile.ts";
import { useDeployment } from "../../deployment/useDeployment.ts";
import { registerMessages } from "../../i18n/registerMessages.ts";
import type { ActionStep } from "../action.ts";
import en from "./messages.en.json";
import zh from "./messages.zh-CN.json";
import { type SafeCall, safeBatch, safeCall } from "./safeBatch.ts";

const useText = registerMessages("safe", { en, "zh-CN": zh });

interface SafeCallsProps {
  steps: readonly ActionStep[];
  /** What the owners countersign, in words. */
  words: { name: string; description: string };
}

type NamedCall = SafeCall & { name: string };

/** What a review would sign, for an account whose owners sign elsewhere: shown, copied, or taken along as a file. */
export function SafeCalls({ steps, words }: SafeCallsProps) {
  const t = useText();
  const prepare = useMutation({ mutationFn: () => resolve(steps) });
  return (
    <details
      className="rounded-md border border-line px-3 py-2"
      onToggle={(event) => (event.currentTarget.open ? prepare.mutate() : prepare.reset())}
    >
      <summary className="cursor-pointer text-sm font-medium text-accent">{t("open")}</summary>
      <div className="mt-2 grid gap-3 text-sm">
        <p className="text-muted">{t("hint")}</p>
        {prepare.isPending && <p>{t("preparing")}</p>}
        {prepare.error && (
          <p role="alert" className="text-danger">
            {t("failed", { reason: prepare.error.message })}
          </p>
        )}
        {prepare.data?.length === 0 && <p>{t("none")}</p>}
        {prepare.data && prepare.data.length > 0 && <Calls calls={prepare.data} words={words} />}
      </div>
    </details>
  );
}

function Calls({ calls, words }: { calls: readonly NamedCall[]; words: SafeCallsProps["words"] }) {
  const t = useText();
  const { chainId } = useDeployment();
  const { address: safe } = useConnection();
  const download = () => {
    if (!safe) return;
    const plain = calls.map(({ to, value, data }) => ({ to, value, data }));
    const batch = safeBatch(plain, words, { chainId, safe, now: Date.now() });
    saveFile(JSON.stringify(batch, null, 2), "safe-transaction.json", "application/json");
  };
  return (
    <>
      {calls.map(({ name, to, value, data }, at) => (
        <div key={data} className="grid gap-1">
          <p className="font-medium">{t("call", { number: at + 1, name })}</p>
          <DescriptionList
            facts={[
              { label: t("to"), value: <Copyable value={to} shown={to} /> },
              { label: t("value"), value: <span className="figures">{value}</span> },
              { label: t("data"), value: <Copyable value={data} shown={`${data.slice(0, 34)}…`} /> },
            ]}
          />
        </div>
      ))}
      <Button size="sm" className="justify-self-start" onClick={download}>
        {t("download")}
      </Button>
    </>
  );
}

async function resolve(steps: readonly ActionStep[]): Promise<NamedCall[]> {
  const calls: NamedCall[] = [];
  for (const { name, call } of steps) {
    const found = typeof call === "function" ? await call() : call;
    if (found) calls.push({ name, ...safeCall(found) });
  }
  return calls;
}
