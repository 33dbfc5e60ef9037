import type { Layout } from "./layered-layout.ts";

export type Direction = "left" | "right" | "up" | "down";

/** Sideways distance counts so much more than distance ahead. */
const ASIDE = 3;

/** The node nearest in a direction; null at the edge of the picture. */
export function nodeBeside(layout: Layout, node: string, direction: Direction): string | null {
  const here = layout.places.get(node);
  if (!here) return null;
  let best: { id: string; distance: number } | null = null;
  for (const [id, { x, y }] of layout.places) {
    const [dx, dy] = [x - here.x, y - here.y];
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    const aside = direction === "left" || direction === "right" ? Math.abs(dy) : Math.abs(dx);
    // Up and down stay within the column.
    const isWithin = direction === "left" || direction === "right" || dx === 0;
    if (ahead <= 0 || !isWithin) continue;
    const distance = ahead + aside * ASIDE;
    if (best === null || distance < best.distance) best = { id, distance };
  }
  return best?.id ?? null;
}
