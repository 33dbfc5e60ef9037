/** The ledger's reason codes; contracts/interfaces/IReceivables.sol. */
export const REFUSAL_REASONS = ["1", "2", "3", "4", "5", "255"] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];
