import { init, killThreads } from "z3-solver";

export type Solver = (query: string) => Promise<string>;

/** Steps, not seconds: the same answer on a slow machine. Proved queries need less than a fifth. */
const STEPS = "20000000";

/**
 * Z3 of its own npm package, for words: the one inside the compiler turns 256 bits into 256 unknowns and never ends; this one may reason about
 * them as integers.
 */
export async function withZ3<T>(work: (solve: Solver) => Promise<T>): Promise<T> {
  const { Z3, em } = await init();
  Z3.global_param_set("smt.bv.solver", "2");
  Z3.global_param_set("rlimit", STEPS);
  try {
    return await work(async (query) => {
      const context = Z3.mk_context(Z3.mk_config());
      try {
        return await Z3.eval_smtlib2_string(context, query);
      } finally {
        Z3.del_context(context);
      }
    });
  } finally {
    await killThreads(em);
  }
}
