import { useQuery } from "@tanstack/react-query";
import { useClient } from "wagmi";
import { version } from "../../../../package.json";
import { usePolicyInForce } from "../../app/data/queries/policy.ts";
import type { Check } from "./check.ts";
import { useText } from "./text.ts";

/** Which versions work together here. */
export function useVersions(): Check[] {
  const t = useText();
  const client = useClient();
  const policy = usePolicyInForce();
  const { data: node } = useQuery({
    queryKey: ["chain", "version"],
    enabled: client !== undefined,
    retry: false,
    queryFn: () => client?.request({ method: "web3_clientVersion" }) ?? null,
  });
  const known = (found: string | undefined | null) =>
    found ? { verdict: "ok" as const, found } : { verdict: "unknown" as const, found: t("asking") };
  return [
    { key: "app", label: t("versions.app"), verdict: "ok", found: version },
    { key: "client", label: t("versions.node"), ...known(node) },
    { key: "policy", label: t("versions.policy"), ...known(policy?.version.toString()) },
  ];
}
