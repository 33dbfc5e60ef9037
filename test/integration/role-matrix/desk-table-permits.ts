import { type Addressable, MaxUint256 } from "ethers";
import { signPermit } from "../../helpers/signPermit.ts";
import { CURRENCY, FAR } from "./desk-past.ts";
import type { DeskBelongings, DeskScene } from "./desk-scene.ts";
import type { Row, Table } from "./matrix.ts";
import { anybody, nobody } from "./refusals.ts";

/** A signed allowance is its signer's affair and nobody else's. More than was approved before, or no signature would be needed. */
export function permits(desk: (scene: DeskScene) => Addressable): Table<DeskScene, DeskBelongings> {
  const signedBy =
    (another: boolean): Row<DeskScene, DeskBelongings>["args"] =>
    async (scene, { wallet }) => {
      const { net, cash } = scene;
      const spender = await desk(scene).getAddress();
      const signer = another ? net.outsider : wallet;
      const signed = await signPermit(net, cash, { owner: wallet, spender, value: MaxUint256, signer, deadline: FAR });
      const { value, deadline, v, r, s } = signed;
      return [CURRENCY, value, deadline, v, r, s];
    };
  return {
    permit: { args: signedBy(false), refusal: anybody },
    "permit signed by another": { args: signedBy(true), refusal: nobody("ERC2612InvalidSigner") },
  };
}
