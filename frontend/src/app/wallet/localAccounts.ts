import { bytesToHex } from "viem";
import { mnemonicToAccount, type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";

/** Published with Hardhat and known to everybody: worthless anywhere but on a chain of one's own. */
const WELL_KNOWN_MNEMONIC = "test test test test test test test test test test test junk";
const COUNT = 12;

/** The first development accounts of a local chain, with their keys. */
export function deriveLocalAccounts(): PrivateKeyAccount[] {
  const parent = mnemonicToAccount(WELL_KNOWN_MNEMONIC, { path: "m/44'/60'/0'/0" }).getHdKey();
  return Array.from({ length: COUNT }, (_, index) => {
    const { privateKey } = parent.deriveChild(index);
    if (!privateKey) throw new Error(`Development account ${index} has no key.`);
    return privateKeyToAccount(bytesToHex(privateKey));
  });
}
