import { useQuery } from "@tanstack/react-query";
import { BaseError } from "viem";
import { getBlock } from "viem/actions";
import { useClient, useConnection, useSwitchChain } from "wagmi";
import { Button } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { useChainHead } from "../data/useChainHead.ts";
import { useFollowIndex } from "../data/useFollowIndex.ts";
import { useRecovery } from "../data/useRecovery.ts";
import { useDeployment, useIsLocalChain } from "../deployment/useDeployment.ts";
import { useIsSuperseded } from "../deployment/useIsSuperseded.ts";
import { useCommonText } from "../i18n/useCommonText.ts";
import { useSession } from "../session/useSession.ts";
import { useOnline } from "./useOnline.ts";

/** What is wrong with chain, wallet or index right now. */
export function Banners() {
  const isOnline = useOnline();
  return (
    <div className="grid gap-3 not-empty:mb-6">
      {/* Without a network, that chain and index can't be reached says nothing more. */}
      {isOnline ? <ChainBanner /> : <OfflineBanner />}
      <NetworkBanner />
      {isOnline && <IndexBanner />}
      <SignInBanner />
    </div>
  );
}

function OfflineBanner() {
  const t = useCommonText();
  return (
    <Callout tone="danger" title={t("offline.title")} live>
      {t("offline.advice")}
    </Callout>
  );
}

function ChainBanner() {
  const t = useCommonText();
  const { genesisHash } = useDeployment();
  const client = useClient();
  const { isError } = useChainHead();
  const isSuperseded = useIsSuperseded();
  useRecovery(isError);
  const { data: found } = useQuery({
    queryKey: ["chain", "genesis"],
    enabled: client !== undefined,
    refetchInterval: 5_000,
    retry: false,
    queryFn: async () => (client ? (await getBlock(client, { blockNumber: 0n })).hash : null),
  });
  if (isError) {
    return (
      <Callout tone="danger" title={t("chain.unreachable")} live>
        {t("chain.unreachableAdvice")}
      </Callout>
    );
  }
  const isRestarted = found && found !== genesisHash;
  if (!isRestarted && !isSuperseded) return null;
  const reload = <Button onClick={() => window.location.reload()}>{t("chain.reload")}</Button>;
  return (
    <Callout tone="danger" title={t(isRestarted ? "chain.restarted" : "chain.superseded")} live actions={reload}>
      {t(isRestarted ? "chain.restartedAdvice" : "chain.supersededAdvice")}
    </Callout>
  );
}

function NetworkBanner() {
  const t = useCommonText();
  const { chainId: expected, chainName } = useDeployment();
  const isLocal = useIsLocalChain();
  const { chainId, isConnected } = useConnection();
  const { mutate: switchChain, isPending, error } = useSwitchChain();
  if (!isConnected || chainId === expected) return null;
  const change = () =>
    switchChain({
      chainId: expected,
      addEthereumChainParameter: { chainName, rpcUrls: [`${window.location.origin}/rpc`] },
    });
  const button = (
    <Button variant="primary" busy={isPending} onClick={change}>
      {t("chain.switch")}
    </Button>
  );
  return (
    <Callout tone="warning" title={t("chain.wrong")} live actions={button}>
      <p>{t("chain.wrongAdvice", { name: chainName, id: expected })}</p>
      {isLocal && <p>{t("chain.wrongLocal", { url: `${window.location.origin}/rpc` })}</p>}
      {error && (
        <p className="text-danger">
          {t("chain.switchFailed")}: {error.message}
        </p>
      )}
    </Callout>
  );
}

function IndexBanner() {
  const t = useCommonText();
  const state = useFollowIndex();
  if (state === "ready") return null;
  return (
    <Callout tone="warning" title={t(`index.${state}`)} live>
      {t(`index.${state}Advice`)}
    </Callout>
  );
}

function SignInBanner() {
  const t = useCommonText();
  const { isConnected } = useConnection();
  const { status, error, signIn } = useSession();
  if (!isConnected || status === "signed-in") return null;
  // A development account is about to be signed in: nothing to ask.
  if (status === "signing-in") return <p className="sr-only">{t("session.signingIn")}</p>;
  return (
    <Callout
      tone={status === "failed" ? "warning" : "accent"}
      title={t(status === "failed" ? "session.failed" : "session.needed")}
      actions={<Button onClick={signIn}>{t("session.signIn")}</Button>}
    >
      <p>{t("session.explain")}</p>
      {error && <p className="text-sm text-muted">{error instanceof BaseError ? error.shortMessage : error.message}</p>}
    </Callout>
  );
}
