import {
  type Address,
  type Chain,
  ChainMismatchError,
  createWalletClient,
  type EIP1193Parameters,
  type EIP1193Provider,
  type Hex,
  hexToBigInt,
  hexToNumber,
  http,
  numberToHex,
  ProviderRpcError,
  type WalletRpcSchema,
} from "viem";
import type { PrivateKeyAccount } from "viem/accounts";

type WalletCall = EIP1193Parameters<WalletRpcSchema>;

interface LocalProviderOptions {
  chain: Chain;
  /** Undefined for an address that is not this wallet's. */
  signerOf: (address: Address) => PrivateKeyAccount | undefined;
  selected: () => Address;
}

/** Answers a wallet's calls by signing in the page; everything else goes to the chain. */
export function createLocalProvider({
  chain,
  signerOf,
  selected,
}: LocalProviderOptions): Pick<EIP1193Provider, "request"> {
  const transport = http(chain.rpcUrls.default.http[0]);
  const forward = transport({ chain });

  const accountOf = (address: Address | undefined): PrivateKeyAccount => {
    const account = address && signerOf(address);
    if (!account) throw new ProviderRpcError(new Error(`${address} is no development account.`), UNAUTHORISED);
    return account;
  };

  /** The node may have become another chain's since this page was opened. */
  const requireOwnChain = async () => {
    const currentChainId = hexToNumber(await forward.request({ method: "eth_chainId" }));
    if (currentChainId !== chain.id) throw new ChainMismatchError({ chain, currentChainId });
  };

  const sendTransaction = async (request: TransactionFields): Promise<Hex> => {
    await requireOwnChain();
    const wallet = createWalletClient({ account: accountOf(request.from ?? selected()), chain, transport });
    return wallet.sendTransaction({
      to: request.to ?? null,
      data: request.data,
      value: request.value === undefined ? undefined : hexToBigInt(request.value),
      gas: request.gas === undefined ? undefined : hexToBigInt(request.gas),
      nonce: request.nonce === undefined ? undefined : hexToNumber(request.nonce),
    });
  };

  const answer = async (call: WalletCall): Promise<unknown> => {
    switch (call.method) {
      case "eth_chainId":
        return numberToHex(chain.id);
      case "eth_accounts":
      case "eth_requestAccounts":
        return [selected()];
      case "eth_sendTransaction":
        return sendTransaction(call.params[0]);
      case "personal_sign":
        return accountOf(call.params[1]).signMessage({ message: { raw: call.params[0] } });
      case "eth_signTypedData_v4":
        return accountOf(call.params[0]).signTypedData(JSON.parse(call.params[1]));
      default:
        return forward.request(call);
    }
  };
  return { request: answer as EIP1193Provider["request"] };
}

/** EIP-1193: the account has not been authorised. */
const UNAUTHORISED = { code: 4_100, shortMessage: "Unknown account." };

interface TransactionFields {
  from?: Address | undefined;
  to?: Address | null | undefined;
  data?: Hex | undefined;
  value?: Hex | undefined;
  gas?: Hex | undefined;
  nonce?: Hex | undefined;
}
