import solc from "solc";
import type { Solver } from "./solver.ts";
import type { Sources } from "./sources.ts";

interface Output {
  errors?: { errorCode: string; severity: string; formattedMessage: string; sourceLocation?: Location }[];
  auxiliaryInputRequested?: { smtlib2queries: Record<string, string> };
}

interface Location {
  file: string;
  start: number;
}

export interface Proof {
  file: string;
  contract: string;
  /** `chc` reasons about any number of transactions, `bmc` about one call, and is better at products and quotients. */
  engine: "bmc" | "chc";
  solver: "z3" | "smtlib2";
}

/** "Assertion violation check is safe", of CHC and of BMC. */
const SAFE = ["9576", "2961"];

/** The byte offsets of the assertions in the proof's file that hold for every input. */
export async function provedIn(proof: Proof, sources: Sources, solve: Solver): Promise<ReadonlySet<number>> {
  let output = compile(proof, sources, {});
  const queries = output.auxiliaryInputRequested?.smtlib2queries;
  if (proof.solver === "smtlib2" && queries) {
    const answers: Record<string, string> = {};
    for (const [hash, query] of Object.entries(queries)) answers[hash] = await solve(query);
    output = compile(proof, sources, answers);
  }
  const errors = output.errors ?? [];
  const fatal = errors.find(({ severity }) => severity === "error");
  if (fatal) throw new Error(fatal.formattedMessage);
  const safe = errors.filter(({ errorCode, sourceLocation }) => SAFE.includes(errorCode) && sourceLocation);
  return new Set(
    safe.flatMap(({ sourceLocation }) => (sourceLocation?.file === proof.file ? sourceLocation.start : [])),
  );
}

function compile(proof: Proof, sources: Sources, answers: Record<string, string>): Output {
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(Object.entries(sources).map(([path, content]) => [path, { content }])),
    auxiliaryInput: { smtlib2responses: answers },
    settings: {
      evmVersion: "prague",
      outputSelection: {},
      modelChecker: {
        contracts: { [proof.file]: [proof.contract] },
        engine: proof.engine,
        showProvedSafe: true,
        solvers: [proof.solver],
        targets: ["assert"],
      },
    },
  };
  return JSON.parse(solc.compile(JSON.stringify(input)));
}
