import { createPublicClient, type Hex, http, isAddressEqual, recoverMessageAddress } from "viem";
import type { SignInRules } from "./vault/sessions.ts";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** @param domains Hosts with their ports, separated by commas, whose pages may ask for a sign-in; without any, this machine's own. */
export function signInRules(chainId: number, rpcUrl: string, domains: string | undefined): SignInRules {
  const client = createPublicClient({ transport: http(rpcUrl) });
  const allowed = domains?.split(",").map((domain) => domain.trim());
  return {
    chainId,
    isAllowedDomain: (domain) => (allowed ? allowed.includes(domain) : LOOPBACK.test(domain)),
    async isSignedBy(account, message, signature) {
      if (await isKeysSignature(account, message, signature)) return true;
      const code = await client.getCode({ address: account });
      return code !== undefined && client.verifyMessage({ address: account, message, signature });
    },
  };
}

async function isKeysSignature(account: Hex, message: string, signature: Hex): Promise<boolean> {
  try {
    return isAddressEqual(await recoverMessageAddress({ message, signature }), account);
  } catch {
    // Not the shape of a key's signature; a contract may still accept it.
    return false;
  }
}
