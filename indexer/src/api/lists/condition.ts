import type { and } from "ponder";

/** Part of a where clause; undefined holds for every row. */
export type Condition = ReturnType<typeof and>;
