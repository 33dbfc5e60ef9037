/** Tries until it gets an answer that is not null. @throws after `timeoutMs`, naming what was waited for. */
export async function waitFor<T>(what: string, timeoutMs: number, attempt: () => Promise<T | null>): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await attempt();
    if (answer !== null) return answer;
    if (Date.now() > end) throw new Error(`Waited ${Math.round(timeoutMs / 1000)} s in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The parsed answer of an HTTP endpoint, or null while there is none. */
export async function answerOf(url: string, init?: RequestInit): Promise<unknown> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(2_000) });
    return response.ok ? await response.json() : null;
  } catch {
    // Not listening yet: that is what is being waited for.
    return null;
  }
}
