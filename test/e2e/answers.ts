import type { Page, Route } from "@playwright/test";

/** What becomes of what a page asks: it waits, is refused, or is answered by those who were asked. */
type Treatment = "hold" | "refuse" | "pass";

interface Answers {
  become: (treatment: Treatment) => Promise<void>;
}

/** Without these no screen is opened at all; who waits for them is tried apart. */
const FRAME = [/\/indexer\/(status|auth|directory)/, /participant\(account:/, /policyVersions\(/];
const FRAME_CALLS = /"eth_(getBlockByNumber|chainId|blockNumber)"/;

/** Comes between a page and both index and chain: for what the screens themselves ask, or only for what the frame around them does. */
export async function interceptAnswers(page: Page, whose: "screens" | "frame" = "screens"): Promise<Answers> {
  let treatment: Treatment = "pass";
  let waiting: Route[] = [];
  const treat = async (route: Route) => {
    if (treatment === "pass" || isFrames(route) !== (whose === "frame")) await route.continue();
    else if (treatment === "refuse") await route.abort();
    else waiting.push(route);
  };
  await page.route("**/indexer/**", treat);
  await page.route("**/rpc", treat);
  return {
    become: async (next) => {
      treatment = next;
      const held = waiting;
      waiting = [];
      await Promise.all(held.map(treat));
    },
  };
}

function isFrames(route: Route): boolean {
  const request = route.request();
  const body = request.postData() ?? "";
  if (request.url().endsWith("/rpc")) return FRAME_CALLS.test(body);
  return FRAME.some((pattern) => pattern.test(request.url()) || pattern.test(body));
}
