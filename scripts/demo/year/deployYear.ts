import { JsonRpcProvider, NonceManager } from "ethers";
import { BlocklistToken__factory } from "../../../types/contracts/index.js";
import { deployLocal, LOCAL_CHAIN_ID } from "../../deploy.ts";
import type { DeploymentRecord } from "../../deployment/record.ts";
import { settled } from "../../deployment/settled.ts";

/** What a trial of the token borrows of the deployer. */
const TRIAL_UNITS = 20_000n;

/** The local chain's two currencies, and dollars in a token whose issuer can refuse receivers. */
export async function deployYear(rpcUrl: string): Promise<DeploymentRecord> {
  const provider = new JsonRpcProvider(rpcUrl, LOCAL_CHAIN_ID, { staticNetwork: true, pollingInterval: 50 });
  try {
    const issuer = new NonceManager(await provider.getSigner(0));
    const dollars = await new BlocklistToken__factory(issuer).deploy(2);
    await dollars.waitForDeployment();
    await settled(dollars.mint(await issuer.getAddress(), TRIAL_UNITS));
    const token = await dollars.getAddress();
    return await deployLocal(rpcUrl, [{ code: "USD", minorDigits: 2, dayCount: "ACT", dayBase: 360, token }]);
  } finally {
    provider.destroy();
  }
}
