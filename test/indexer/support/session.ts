import { type HDNodeWallet, Wallet } from "ethers";
import { getAddress } from "viem";
import { createSiweMessage } from "viem/siwe";
import { z } from "zod";

export interface Reply {
  status: number;
  code: string;
  body: unknown;
  response: Response;
}

export interface Statement {
  nonce: string;
  domain: string;
  chainId: number;
  issuedAt: Date;
  expirationTime?: Date;
  address: `0x${string}`;
}

/** Speaks to the vault as bare HTTP, so that a test can say what no well-meaning client would. */
export class Visitor {
  readonly #url: string;
  readonly wallet: HDNodeWallet | Wallet;
  token = "";

  constructor(url: string, wallet: HDNodeWallet | Wallet = Wallet.createRandom()) {
    this.#url = url;
    this.wallet = wallet;
  }

  async nonce(): Promise<string> {
    const { body } = await this.send("GET", "/auth/nonce");
    return z.object({ nonce: z.string() }).parse(body).nonce;
  }

  statement(nonce: string, change: Partial<Statement> = {}): string {
    const { host } = new URL(this.#url);
    const domain = change.domain ?? host;
    return createSiweMessage({
      address: getAddress(this.wallet.address),
      chainId: 31_337,
      nonce,
      uri: `http://${domain}`,
      version: "1",
      issuedAt: new Date(),
      ...change,
      domain,
    });
  }

  async present(message: string, signer: HDNodeWallet | Wallet = this.wallet): Promise<Reply> {
    const reply = await this.send("POST", "/auth/login", { message, signature: await signer.signMessage(message) });
    const session = z.object({ token: z.string() }).safeParse(reply.body);
    if (session.success) this.token = session.data.token;
    return reply;
  }

  async signIn(): Promise<this> {
    const reply = await this.present(this.statement(await this.nonce()));
    if (reply.status !== 200) throw new Error(`Sign-in failed: ${reply.code}`);
    return this;
  }

  async send(method: string, path: string, content?: unknown): Promise<Reply> {
    const headers = { "content-type": "application/json", authorization: `Bearer ${this.token}` };
    const body = typeof content === "string" || content === undefined ? content : JSON.stringify(content);
    const response = await fetch(`${this.#url}${path}`, { method, headers, body: body ?? null });
    const text = await response.clone().text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    const parsed: unknown = isJson ? JSON.parse(text) : text;
    const refusal = z.object({ code: z.string() }).safeParse(parsed);
    return { status: response.status, code: refusal.success ? refusal.data.code : "", body: parsed, response };
  }
}
