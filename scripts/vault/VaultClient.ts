import type { HDNodeWallet } from "ethers";
import { getAddress, type Hex, numberToHex } from "viem";
import { createSiweMessage } from "viem/siwe";
import { z } from "zod";
import type { SealedDocument } from "../../frontend/src/domain/document-root.ts";
import type { IdentityScheme } from "../../frontend/src/domain/identifiers.ts";
import { answerOf, waitFor } from "../local/waitFor.ts";

export interface NameEntry {
  account: string;
  name: string;
  nameZh: string | null;
  scheme: IdentityScheme;
  number: string;
}

const INDEXED_WITHIN_MS = 30_000;
const RECEIVABLE_BYTES = 24;

const statusSchema = z.record(z.string(), z.object({ block: z.object({ number: z.number() }) }));

/** The vault as one account sees it: signs in with the account's key, then reads and writes as the web UI does. */
export class VaultClient {
  readonly #url: string;
  readonly #chainId: number;
  readonly #wallet: HDNodeWallet;
  #token: string | null = null;

  constructor(url: string, chainId: number, wallet: HDNodeWallet) {
    this.#url = url;
    this.#chainId = chainId;
    this.#wallet = wallet;
  }

  /** The vault asks the index who somebody is; what a block changed counts once the index has read the block. */
  async waitForBlock(block: number): Promise<void> {
    await waitFor(`the index to reach block ${block}`, INDEXED_WITHIN_MS, async () => {
      const status = statusSchema.safeParse(await answerOf(`${this.#url}/status`));
      return status.success && Object.values(status.data).some((chain) => chain.block.number >= block) ? true : null;
    });
  }

  async putName(identity: Hex, entry: NameEntry): Promise<void> {
    await this.#put(`directory/${identity}`, entry);
  }

  async putInvoice(id: bigint, invoice: { file: Uint8Array; fileName: string; sealed: SealedDocument }): Promise<void> {
    const file = Buffer.from(invoice.file).toString("base64");
    await this.#put(`invoices/${receivableHex(id)}`, { ...invoice, file });
  }

  async putRegistryEntry(id: bigint, entry: { number: string; date: string }): Promise<void> {
    await this.#put(`invoices/${receivableHex(id)}/registry-entry`, entry);
  }

  async #put(path: string, body: unknown): Promise<void> {
    this.#token ??= await this.#signIn();
    const headers = { "content-type": "application/json", authorization: `Bearer ${this.#token}` };
    const response = await fetch(`${this.#url}/${path}`, { method: "PUT", headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The vault refused ${path}: ${response.status} ${await response.text()}`);
  }

  async #signIn(): Promise<string> {
    const { nonce } = z.object({ nonce: z.string() }).parse(await (await fetch(`${this.#url}/auth/nonce`)).json());
    const message = createSiweMessage({
      address: getAddress(this.#wallet.address),
      chainId: this.#chainId,
      domain: new URL(this.#url).host,
      nonce,
      uri: this.#url,
      version: "1",
      issuedAt: new Date(),
    });
    const signature = await this.#wallet.signMessage(message);
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ message, signature });
    const response = await fetch(`${this.#url}/auth/login`, { method: "POST", headers, body });
    if (!response.ok) throw new Error(`The vault refused the sign-in: ${response.status} ${await response.text()}`);
    return z.object({ token: z.string() }).parse(await response.json()).token;
  }
}

function receivableHex(id: bigint): Hex {
  return numberToHex(id, { size: RECEIVABLE_BYTES });
}
