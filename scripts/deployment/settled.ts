/** Waits until a transaction is in a block. @throws with the chain's reason if it was refused. */
export async function settled(sent: Promise<{ wait(): Promise<unknown> }>): Promise<void> {
  await (await sent).wait();
}
