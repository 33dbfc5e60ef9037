/** What a version of the policy says of late payment. */
export interface LateRules {
  /** Days after the due day without penalty. */
  graceDays: number;
  /** Days after the due day, the last on which it is not in default. */
  defaultDays: number;
}

/** @param policy The version a receivable was confirmed under; null before. */
export type RulesOf = (policy: number | null) => LateRules;

/** @param inForce For receivables whose version is not known. */
export function rulesIn(policies: readonly (LateRules & { version: number })[], inForce: LateRules): RulesOf {
  const byVersion = new Map(policies.map((policy) => [policy.version, policy]));
  return (policy) => (policy === null ? undefined : byVersion.get(policy)) ?? inForce;
}
