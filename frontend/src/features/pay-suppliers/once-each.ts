import type { ActionStep, ContractCall } from "../../app/transaction/action.ts";

/**
 * Calls as steps of which none is sent twice: an action that is tried again after a failure begins at its first step, and what has gone
 * through must not be paid again. A step that is reached says that those before it are confirmed.
 * @param onDone Told how many are.
 */
export function onceEach(calls: readonly ContractCall[], onDone: (count: number) => void): ActionStep["call"][] {
  if (calls.length === 1) return [...calls];
  let done = 0;
  return calls.map((call, index) => async () => {
    if (index > done) {
      done = index;
      onDone(done);
    }
    return index < done ? null : call;
  });
}
