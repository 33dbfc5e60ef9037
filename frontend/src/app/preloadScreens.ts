import { router } from "./router.tsx";

const AFTER_MS = 3_000;

/** Loads the other screens' code once the first one has settled, so that they open without a network, too. */
export function preloadScreens(): void {
  setTimeout(() => {
    for (const route of Object.values(router.routesById)) {
      const { component } = route.options;
      if (component && "preload" in component) {
        component.preload?.()?.catch((reason: unknown) => {
          // It is loaded when it is opened, as if this had not been tried.
          console.warn(reason);
        });
      }
    }
  }, AFTER_MS);
}
