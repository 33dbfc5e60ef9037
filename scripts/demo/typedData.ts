import type { BigNumberish, Signer, TypedDataField } from "ethers";

/** What is signed off chain, as the contracts hash it (EIP-712). */
interface TypedData {
  domainName: string;
  types: Record<string, TypedDataField[]>;
}

export const CONFIRMATION: TypedData = {
  domainName: "Tallystick Ledger",
  types: {
    Confirmation: fields(
      "uint192 receivableId,address creditor,uint48 face,uint16 dueDay,uint8 currency,uint16 policy,bytes32 documentRoot,uint16 round,uint256 deadline",
    ),
  },
};
export const QUOTE: TypedData = {
  domainName: "Tallystick Discount Desk",
  types: {
    Quote: fields(
      "uint256 id,uint256 word,address bank,uint48 net,uint40 expiresAt,uint64 series,bool recourse,bool limited",
    ),
  },
};
export const LOAN_OFFER: TypedData = {
  domainName: "Tallystick Pledge Desk",
  types: {
    LoanOffer: fields(
      "uint256 id,uint256 word,address lender,uint48 principal,uint24 haircutPpm,uint24 ratePpm,uint16 repayBy,uint8 graceDays,bool limited,uint40 expiresAt,uint64 series",
    ),
  },
};

/** A message signed for one contract on one chain. */
export function signMessage(
  signer: Pick<Signer, "signTypedData">,
  { domainName, types }: TypedData,
  { chainId, verifyingContract }: { chainId: BigNumberish; verifyingContract: string },
  message: Record<string, unknown>,
): Promise<string> {
  return signer.signTypedData({ name: domainName, version: "1", chainId, verifyingContract }, types, message);
}

function fields(type: string): TypedDataField[] {
  return type.split(",").map((field) => {
    const [kind = "", name = ""] = field.split(" ");
    return { name, type: kind };
  });
}
