import { type Address, getAddress, type Hex } from "viem";
import { createSiweMessage } from "viem/siwe";
import { callServer } from "../data/server.ts";
import type { Session } from "./sessionStore.ts";

interface SignInOptions {
  account: Address;
  chainId: number;
  statement: string;
  sign: (message: string) => Promise<Hex>;
}

/** Proves to the indexer's server whose account this is (EIP-4361). Costs nothing and moves nothing. */
export async function signIn({ account, chainId, statement, sign }: SignInOptions): Promise<Session> {
  const { nonce }: { nonce: string } = await (await callServer("/auth/nonce")).json();
  const message = createSiweMessage({
    address: getAddress(account),
    chainId,
    domain: window.location.host,
    nonce,
    statement,
    uri: window.location.origin,
    version: "1",
    issuedAt: new Date(),
  });
  const signature = await sign(message);
  const response = await callServer("/auth/login", { method: "POST", body: { message, signature } });
  const { token, expiresAt }: { token: string; expiresAt: string } = await response.json();
  return { account, token, expiresAt };
}
