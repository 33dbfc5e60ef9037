import { HDNodeWallet, Mnemonic } from "ethers";
import { DEMO_COMPANIES } from "../../../scripts/demo-companies.ts";
import { Visitor } from "./session.ts";

const DEVELOPMENT_MNEMONIC = Mnemonic.fromPhrase("test test test test test test test test test test test junk");

export function developmentWallet(index: number): HDNodeWallet {
  return HDNodeWallet.fromMnemonic(DEVELOPMENT_MNEMONIC, `m/44'/60'/0'/0/${index}`);
}

/** A demo company's visitor, or a stranger's, signed in. */
export async function signedIn(url: string, key: string): Promise<Visitor> {
  const company = DEMO_COMPANIES.find((each) => each.key === key);
  return new Visitor(url, company && developmentWallet(company.account)).signIn();
}
