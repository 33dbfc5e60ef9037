interface Known {
  account: string;
  successor: string | null;
}

/** The account that acts and is paid for another: itself, or the last of its successors. */
export function accountInForce(account: string, participants: readonly Known[]): string {
  const successors = new Map(participants.map(({ account: lost, successor }) => [lost.toLowerCase(), successor]));
  let current = account;
  for (let next = successors.get(current.toLowerCase()); next; next = successors.get(current.toLowerCase()))
    current = next;
  return current;
}
