import type { Page, Route } from "@playwright/test";

/** What becomes of what a page asks: it waits, is refused, or is answered by those who were asked. */
type Treatment = "hold" | "refuse" | "pass";

interface Answers {
  become: (treatment: Treatment) => Promise<void>;
  /** Lets everything through again, for good. */
  end: () => Promise<void>;
}

/** Without these no screen is opened at all; what their absence looks like is tried by itself. */
const FRAME = [/\/indexer\/(status|auth|directory)/, /participant\(account:/, /policyVersions\(/];
const FRAME_CALLS = /"eth_(getBlockByNumber|chainId|blockNumber)"/;

/** Comes between a page and both index and chain, behind the frame: for what a screen asks itself. */
export async function interceptAnswers(page: Page): Promise<Answers> {
  let treatment: Treatment = "pass";
  let waiting: Route[] = [];
  const treat = (route: Route): Promise<void> => {
    if (treatment === "refuse") return route.abort();
    if (treatment === "pass" || isFrames(route)) return route.continue();
    waiting.push(route);
    return Promise.resolve();
  };
  const handle = (route: Route) => (isFrames(route) ? route.continue() : treat(route));
  const become = async (next: Treatment) => {
    treatment = next;
    const held = waiting;
    waiting = [];
    await Promise.all(held.map(treat));
  };
  await page.route("**/indexer/**", handle);
  await page.route("**/rpc", handle);
  return {
    become,
    end: async () => {
      await become("pass");
      await page.unrouteAll();
    },
  };
}

function isFrames(route: Route): boolean {
  const request = route.request();
  const body = request.postData() ?? "";
  if (request.url().endsWith("/rpc")) return FRAME_CALLS.test(body);
  return FRAME.some((pattern) => pattern.test(request.url()) || pattern.test(body));
}
