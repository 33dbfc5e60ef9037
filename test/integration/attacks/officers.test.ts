import { expect } from "chai";
import { type BytesLike, id as hashOf } from "ethers";
import { Authority__factory } from "../../../types/contracts/index.js";
import { authorityOf, GOVERNANCE_DELAY } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { identityOf, type Network, ROLE, todayOf } from "../../helpers/network.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";

const DOCUMENT = hashOf("a court's judgment");
const FAR = 5_000_000_000;
const KYC_UNTIL = 40_000;
const OPERATOR_ROLE = 1;

/** The supervisor has the operator's role as well, as an administrator might give it; a slice is frozen. */
async function bothOffices(net: Network) {
  const holders = await threeHolders(net);
  const { ledger, supervisor, operator } = net;
  const authority = await authorityOf(net);
  const grant = authority.interface.encodeFunctionData("grantRole", [OPERATOR_ROLE, supervisor.address, 0]);
  await authority.schedule(authority, grant, 0);
  await net.networkHelpers.time.increase(GOVERNANCE_DELAY);
  await operator.sendTransaction({ to: authority, data: grant });
  await ledger.connect(supervisor).freeze(holders.middle, 7_000_000n, 9_000_000n, 1, DOCUMENT, FAR);
  const word = await ledger.sliceWordOf(holders.middle);
  /** The supervisor's call in the AccessManager's name: the ledger sees the manager. */
  const masked = Authority__factory.connect(await ledger.authority(), supervisor);
  const refuses = async (data: BytesLike) =>
    expect(masked.execute(ledger, data))
      .to.be.revertedWithCustomError(ledger, "Rulebook_CallerUnknown")
      .withArgs(await masked.getAddress());
  return { ...holders, word, refuses };
}

describe("Attacks by officers in the manager's name", () => {
  const load = loaderOf(bothOffices);

  it("one person in both offices replaces a key alone, once as itself and once as the manager", async () => {
    const { ledger, supervisor, outsider, second, refuses } = await load();
    const arguments_: [string, string] = [second.address, outsider.address];
    await refuses(ledger.interface.encodeFunctionData("proposeReplacement", arguments_));
    await ledger.connect(supervisor).proposeReplacement(...arguments_);
    await refuses(ledger.interface.encodeFunctionData("agreeReplacement", arguments_));
    expect((await ledger.replacementOf(second.address)).readyAt).to.equal(0n);
  });

  it("one person in both offices transfers a frozen slice alone, once as itself and once as the manager", async () => {
    const { ledger, supervisor, cautious, second, middle, word, refuses } = await load();
    const order: [bigint, bigint, string, string] = [middle, word, cautious.address, DOCUMENT];
    await refuses(ledger.interface.encodeFunctionData("orderTransfer", order));
    await ledger.connect(supervisor).orderTransfer(...order);
    await refuses(ledger.interface.encodeFunctionData("carryOutTransfer", order));
    expect(await ledger.ownerOf(middle)).to.equal(second.address);
  });

  it("an officer orders a transfer to itself, which the ledger would not see", async () => {
    const { ledger, supervisor, middle, word, refuses } = await load();
    await ledger.admit(supervisor.address, identityOf("a supervisor that trades"), ROLE.SUPPLIER, KYC_UNTIL);
    await refuses(ledger.interface.encodeFunctionData("orderTransfer", [middle, word, supervisor.address, DOCUMENT]));
  });

  it("an officer hides who has frozen, released, held, admitted or suspended", async () => {
    const net = await load();
    const { ledger, id, head, middle, supplier, outsider, refuses } = net;
    const identity = identityOf("a company nobody let in");
    const calls = [
      ledger.interface.encodeFunctionData("freeze", [head, 0n, 1n, 1, DOCUMENT, FAR]),
      ledger.interface.encodeFunctionData("release", [[middle], DOCUMENT]),
      ledger.interface.encodeFunctionData("hold", [id, DOCUMENT]),
      ledger.interface.encodeFunctionData("admit", [outsider.address, identity, ROLE.SUPPLIER, await todayOf(net)]),
      ledger.interface.encodeFunctionData("suspend", [supplier.address]),
    ];
    for (const data of calls) await refuses(data);
  });
});
