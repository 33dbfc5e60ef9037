import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under a key derived from the vault's, and names from which nothing can be read. */
export class Cipher {
  readonly #contents: Buffer;
  readonly #names: Buffer;

  /** @param key 32 bytes in hex */
  constructor(key: string) {
    if (!/^[0-9a-f]{64}$/i.test(key)) throw new Error("TALLYSTICK_VAULT_KEY must be 32 bytes in hex (64 digits).");
    const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", Buffer.from(key, "hex"), "", purpose, 32));
    this.#contents = derive("tallystick.vault.contents.v1");
    this.#names = derive("tallystick.vault.names.v1");
  }

  /** @param place Where it will lie; it can be opened only there. */
  seal(bytes: Uint8Array, place: string): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv("aes-256-gcm", this.#contents, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  /** @throws if it was changed, moved, or sealed with another key. */
  open(sealed: Uint8Array, place: string): Buffer {
    const iv = sealed.subarray(0, IV_BYTES);
    const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv("aes-256-gcm", this.#contents, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(place)).setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  }

  /** A file name for a key; who cannot name the key cannot tell what lies there. */
  nameOf(key: string): string {
    return createHmac("sha256", this.#names).update(key).digest("hex");
  }
}
