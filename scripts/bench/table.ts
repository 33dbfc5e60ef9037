import { RUNS } from "./compile.ts";
import type { Figures } from "./stage.ts";

export type Comparison = Record<"tallystick" | "erc3525" | "naiveErc721" | "erc1155" | "trex", Figures>;

const OPERATIONS: Readonly<Record<keyof Figures, string>> = {
  registerAndConfirmBySignature: "register + confirm in one transaction, by signature",
  split1: "split off one part to another party",
  split10: "split into 10 for 10 parties",
  transfer: "transfer a whole slice",
  discount: "discount against cash",
  settle10: "settle: pay and burn for 10 holders",
};

/** bench/peers.md: one line an operation, one column a peer. */
export function peersTable(figures: Comparison): string {
  const { tallystick, erc3525, naiveErc721, erc1155, trex } = figures;
  const columns = [tallystick, erc3525, naiveErc721, erc1155, trex];
  const rows = Object.entries(OPERATIONS).map(([name, title]) => {
    const cells = columns.map((column) => cell(column[name as keyof Figures]));
    return `| ${title} | ${cells.join(" | ")} |`;
  });
  return `# Gas beside the peers'

Written by \`npm run bench:peers\`: everything deployed and measured in one run, receipts' gasUsed on the EVM "prague", recipients that hold nothing yet, cash balances not zero. The peers' own contracts are in bench/contracts, built with solc
0.8.37 through IR with ${RUNS.toLocaleString("en-US").replace(",", " ")} optimizer runs; T-REX and ONCHAINID as their packages ship them (compiled by them with solc 0.8.17), behind T-REX's
proxies. Figures in gas.

| operation | Tallystick | ERC-3525 reference | naive ERC-721 | OpenZeppelin ERC-1155 | T-REX |
|---|--:|--:|--:|--:|--:|
${rows.join("\n")}

A dash: the peer has no such operation. T-REX knows neither invoices nor settlement; its "split" and "transfer" move units of a fungible security.

## What is checked in them

| | admission of both parties | freeze | hop limit | smallest part | provenance of each cent | duplicate invoice |
|---|---|---|---|---|---|---|
| Tallystick | yes | exact cents | yes | yes | yes: range and events | yes, by identities and normalised number |
| ERC-3525 reference (@solvprotocol/erc-3525 1.5.0) | no | no | no | no | token by token, not by cent | only a flag by key |
| naive ERC-721 (OpenZeppelin 5.7.0) | no | no | no | no | parent of each token | only a flag by key |
| ERC-1155 (OpenZeppelin 5.7.0) | no | no | no | no | no: units are all alike | only a flag by key |
| T-REX (@tokenysolutions/t-rex 4.1.6, @onchain-id/solidity 2.2.1) | of the payee only, by a signed claim | amounts of an account, not which | no | no | no: units are all alike | no |
`;
}

function cell(figure: number | null): string {
  return figure === null ? "–" : figure.toLocaleString("en-US").replaceAll(",", " ");
}
