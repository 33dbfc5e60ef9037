import { createHash, randomBytes } from "node:crypto";
import { getAddress, type Hex, isAddress } from "viem";
import { generateSiweNonce, parseSiweMessage } from "viem/siwe";
import { Refusal } from "./refusal.ts";

const NONCE_MS = 5 * 60_000;
const SESSION_MS = 8 * 3_600_000;
/** A clock may go so much before ours. */
const CLOCK_SKEW_MS = 60_000;
/** Nobody may fill the memory with nonces or sessions: the oldest go first. */
const MOST_KEPT = 10_000;

export interface SignInRules {
  chainId: number;
  /** Whether a page of this host (with its port) may ask for a signature. */
  isAllowedDomain(domain: string): boolean;
  /** Whether the account signed the text: a key, or a contract by ERC-1271. */
  isSignedBy(account: Hex, message: string, signature: Hex): Promise<boolean>;
}

export interface Session {
  token: string;
  account: Hex;
  /** ISO time. */
  expiresAt: string;
}

/** Sign-in with a wallet (EIP-4361) for a bearer token, of which only the hash is kept. */
export class Sessions {
  readonly #rules: SignInRules;
  readonly #nonces = new Map<string, number>();
  readonly #accounts = new Map<string, { account: Hex; until: number }>();

  constructor(rules: SignInRules) {
    this.#rules = rules;
  }

  issueNonce(): string {
    const nonce = generateSiweNonce();
    keep(this.#nonces, nonce, Date.now() + NONCE_MS);
    return nonce;
  }

  async signIn(message: string, signature: Hex): Promise<Session> {
    const account = this.#requireSoundMessage(message);
    if (!(await this.#rules.isSignedBy(account, message, signature))) {
      throw new Refusal(401, "SignatureInvalid", "The signature is not the named account's. Sign in again.");
    }
    const token = randomBytes(32).toString("base64url");
    const until = Date.now() + SESSION_MS;
    keep(this.#accounts, hashOf(token), { account, until });
    return { token, account, expiresAt: new Date(until).toISOString() };
  }

  accountOf(token: string): Hex | null {
    const session = this.#accounts.get(hashOf(token));
    return session && session.until > Date.now() ? session.account : null;
  }

  signOut(token: string): void {
    this.#accounts.delete(hashOf(token));
  }

  #requireSoundMessage(message: string): Hex {
    const { address, chainId, domain, expirationTime, issuedAt, nonce, notBefore, uri, version } =
      parseSiweMessage(message);
    if (
      !address ||
      !isAddress(address, { strict: false }) ||
      !domain ||
      !nonce ||
      !issuedAt ||
      !uri ||
      version !== "1"
    ) {
      throw new Refusal(400, "SignInMalformed", "This is not a complete EIP-4361 message.");
    }
    if (!this.#rules.isAllowedDomain(domain) || !URL.canParse(uri) || new URL(uri).host !== domain) {
      throw new Refusal(401, "SignInDomain", `This server does not accept sign-ins for ${domain}.`);
    }
    if (chainId !== this.#rules.chainId) {
      throw new Refusal(401, "SignInChain", `Sign in for chain ${this.#rules.chainId}; the message names ${chainId}.`);
    }
    this.#spendNonce(nonce);
    const now = Date.now();
    const issued = issuedAt.getTime();
    // Written so that an unreadable time, which is NaN, fails.
    const isFresh = issued <= now + CLOCK_SKEW_MS && issued > now - NONCE_MS;
    const hasBegun = notBefore === undefined || notBefore.getTime() <= now + CLOCK_SKEW_MS;
    const lasts = expirationTime === undefined || expirationTime.getTime() > now;
    if (!isFresh || !hasBegun || !lasts) {
      throw new Refusal(
        401,
        "SignInExpired",
        "The sign-in message is not valid now. Check the clock and sign in again.",
      );
    }
    return lowerCase(address);
  }

  /** Good once, whatever comes after. */
  #spendNonce(nonce: string): void {
    const until = this.#nonces.get(nonce);
    this.#nonces.delete(nonce);
    if (until === undefined || until <= Date.now()) {
      throw new Refusal(401, "SignInNonce", "This sign-in was used before or took too long. Sign in again.");
    }
  }
}

function lowerCase(address: string): Hex {
  return `0x${getAddress(address).slice(2).toLowerCase()}`;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function keep<T>(map: Map<string, T>, key: string, value: T): void {
  const [oldest] = map.keys();
  if (map.size >= MOST_KEPT && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
}
