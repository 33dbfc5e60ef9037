import type { Page } from "@playwright/test";

type Behaviour = "sign" | "decline" | "staleNonce";

interface TestWallet {
  behave: (behaviour: Behaviour) => Promise<void>;
  /** Changes the network that the wallet is on. */
  moveTo: (chainId: number) => Promise<void>;
}

/** Among the local chain's accounts, which the node itself signs for. */
const BASHAN_SPRINGS = 5;

/**
 * A browser wallet as EIP-6963 announces them; it lets the local node sign, unless it is told to behave otherwise. Its owner's consent
 * outlasts a reload.
 */
export async function announceWallet(page: Page, account = BASHAN_SPRINGS): Promise<TestWallet> {
  await page.addInitScript(installWallet, account);
  return {
    behave: (behaviour) =>
      page.evaluate((next) => Reflect.set(window, "__behaviour", next), behaviour).then(() => undefined),
    moveTo: (chainId) => page.evaluate((next) => Reflect.get(window, "__moveTo")(next), chainId),
  };
}

/** Runs in the page. */
function installWallet(index: number): void {
  let chainId = 31_337;
  let isAllowed = sessionStorage.getItem("__allowed") !== null;
  const listeners = new Map<string, ((value: unknown) => void)[]>();
  const ask = async (method: string, params: unknown) => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: params ?? [] });
    const headers = { "content-type": "application/json" };
    const answer = await (await fetch("/rpc", { method: "POST", body, headers })).json();
    if (answer.error) throw Object.assign(new Error(answer.error.message), answer.error);
    return answer.result;
  };
  const accounts = async () => [(await ask("eth_accounts", []))[index]];
  const send = (params: unknown) => {
    const behaviour = Reflect.get(window, "__behaviour");
    if (behaviour === "decline") throw Object.assign(new Error("User rejected the request."), { code: 4001 });
    if (behaviour === "staleNonce") {
      throw Object.assign(new Error("Nonce too high. Expected nonce to be 3 but got 12."), { code: -32_000 });
    }
    return ask("eth_sendTransaction", params);
  };
  const request = async ({ method, params }: { method: string; params?: unknown }) => {
    if (method === "eth_chainId") return `0x${chainId.toString(16)}`;
    if (method === "eth_requestAccounts") {
      isAllowed = true;
      sessionStorage.setItem("__allowed", "yes");
    }
    if (method === "eth_accounts" || method === "eth_requestAccounts") return isAllowed ? accounts() : [];
    if (method === "eth_sendTransaction") return send(params);
    if (method.startsWith("wallet_")) throw Object.assign(new Error("Unsupported method"), { code: -32_601 });
    return ask(method, params);
  };
  const on = (event: string, listener: (value: unknown) => void) =>
    listeners.set(event, [...(listeners.get(event) ?? []), listener]);
  const removeListener = (event: string, listener: (value: unknown) => void) =>
    listeners.set(
      event,
      (listeners.get(event) ?? []).filter((kept) => kept !== listener),
    );
  Reflect.set(window, "__moveTo", (next: number) => {
    chainId = next;
    for (const listener of listeners.get("chainChanged") ?? []) listener(`0x${next.toString(16)}`);
  });
  const info = {
    uuid: "3c7a1c1e-5c3f-4b8f-9a51-2f6f3f2b7d10",
    name: "Test wallet",
    icon: "data:image/svg+xml,<svg/>",
    rdns: "test.wallet",
  };
  const provider = { request, on, removeListener };
  const announce = () =>
    window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}
