import { router } from "./router.tsx";

const AFTER_MS = 3_000;
const LONGEST_WAIT_MS = 1_000;

/** Loads the other screens' code once the first one has settled, so that they open without a network, too. */
export function preloadScreens(): void {
  setTimeout(() => void preloadOneByOne(), AFTER_MS);
}

/** Each when the page has nothing else to do: all at once would keep a phone from answering a tap. */
async function preloadOneByOne(): Promise<void> {
  for (const route of Object.values(router.routesById)) {
    const { component } = route.options;
    if (!component || !("preload" in component)) continue;
    await idle();
    try {
      await component.preload?.();
    } catch (reason) {
      // It is loaded when it is opened, as if this had not been tried.
      console.warn(reason);
    }
  }
}

/** Safari does not tell when it is idle. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS });
    else setTimeout(resolve, 50);
  });
}
