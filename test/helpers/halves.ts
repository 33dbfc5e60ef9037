import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import solc from "solc";

const LEDGER = "contracts/ledger/Ledger.sol";
const REGISTRAR = "contracts/ledger/Registrar.sol";
const root = fileURLToPath(new URL("../..", import.meta.url));
const resolve = createRequire(import.meta.url).resolve;

/** One variable of a contract in storage; its type by name, since the compiler's own names of types carry numbers of one run. */
interface Variable {
  name: string;
  slot: string;
  offset: number;
  type: string;
}

/** A function's or a public variable's text: which contract has it, and where. */
interface Implementation {
  name: string;
  contract: string;
  /** File and position: the same text compiled into both halves has the same. */
  at: string;
}

interface Half {
  layout: readonly Variable[];
  /** Selector → what is run for it. */
  implementations: ReadonlyMap<string, Implementation>;
}

interface Node {
  id: number;
  nodeType: string;
  name: string;
  src: string;
  nodes?: Node[];
  linearizedBaseContracts?: number[];
  functionSelector?: string;
  implemented?: boolean;
}

interface Output {
  errors?: { severity: string; formattedMessage: string }[];
  contracts: Record<string, Record<string, { storageLayout: Layout }>>;
  sources: Record<string, { ast: Node }>;
}

interface Layout {
  storage: { label: string; slot: string; offset: number; type: string }[];
  types: Record<string, { label: string; numberOfBytes: string }> | null;
}

/** Both halves as the compiler sees them now; analysed only, so it takes a second. */
export function readHalves(): { ledger: Half; registrar: Half } {
  const output = analyse();
  const contracts = contractsOf(output);
  const half = (path: string, name: string): Half => {
    const layout = output.contracts[path]?.[name]?.storageLayout;
    const contract = [...contracts.values()].find((each) => each.node.name === name && each.path === path);
    if (!layout || !contract) throw new Error(`The compiler says nothing of ${name}.`);
    return { layout: variablesOf(layout), implementations: implementationsOf(contract.node, contracts) };
  };
  return { ledger: half(LEDGER, "Ledger"), registrar: half(REGISTRAR, "Registrar") };
}

function analyse(): Output {
  const wanted = { Ledger: ["storageLayout"], Registrar: ["storageLayout"], "": ["ast"] };
  const input = {
    language: "Solidity",
    sources: Object.fromEntries([LEDGER, REGISTRAR].map((path) => [path, { content: sourceOf(path) }])),
    settings: { evmVersion: "prague", outputSelection: { "*": wanted } },
  };
  const read = (path: string) => ({ contents: sourceOf(path) });
  const output: Output = JSON.parse(solc.compile(JSON.stringify(input), { import: read }));
  const fatal = output.errors?.find(({ severity }) => severity === "error");
  if (fatal) throw new Error(fatal.formattedMessage);
  return output;
}

function sourceOf(path: string): string {
  return readFileSync(path.startsWith("contracts/") ? root + path : resolve(path), "utf8");
}

function variablesOf({ storage, types }: Layout): Variable[] {
  return storage.map(({ label, slot, offset, type }) => ({
    name: label,
    slot,
    offset,
    type: `${types?.[type]?.label} (${types?.[type]?.numberOfBytes} bytes)`,
  }));
}

function contractsOf({ sources }: Output): Map<number, { node: Node; path: string }> {
  const found = new Map<number, { node: Node; path: string }>();
  for (const [path, { ast }] of Object.entries(sources))
    for (const node of ast.nodes ?? []) if (node.nodeType === "ContractDefinition") found.set(node.id, { node, path });
  return found;
}

/** The most derived text of each public function, as dispatch takes it. */
function implementationsOf(contract: Node, contracts: ReturnType<typeof contractsOf>): Map<string, Implementation> {
  const found = new Map<string, Implementation>();
  for (const id of contract.linearizedBaseContracts ?? []) {
    const base = contracts.get(id);
    if (!base) throw new Error(`A base of ${contract.name} is missing.`);
    for (const { functionSelector, implemented, name, src } of base.node.nodes ?? []) {
      if (!functionSelector || implemented === false || found.has(functionSelector)) continue;
      const [start, length] = src.split(":");
      found.set(functionSelector, { name, contract: base.node.name, at: `${base.path}:${start}+${length}` });
    }
  }
  return found;
}
