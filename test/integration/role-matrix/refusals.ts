import { type Caller, HOLDING } from "./callers.ts";

type Refusal = (caller: Caller) => string | null;

export const anybody: Refusal = () => null;

export const nobody =
  (error: string): Refusal =>
  () =>
    error;

/** Who has a slice of its own, in good standing. Others have none, or may not act. */
export const holder =
  (otherwise: string): Refusal =>
  (caller) => {
    if (!HOLDING.has(caller.roleName)) return otherwise;
    return caller.state === "in good standing" ? null : "Participants_MayNotAct";
  };

/** Who has the role, in good standing. */
export const role =
  (name: Caller["roleName"], otherwise: string): Refusal =>
  (caller) => {
    if (caller.roleName !== name) return otherwise;
    return caller.state === "in good standing" ? null : "Participants_MayNotAct";
  };

/** Who has the role, whatever its standing. */
export const owner =
  (name: Caller["roleName"], otherwise: string): Refusal =>
  (caller) =>
    caller.roleName === name ? null : otherwise;
