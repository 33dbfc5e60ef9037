import type { Direction } from "./step-through.ts";

/** What a key asks of a picture. */
export type GraphCommand =
  | { act: "go" | "pan"; direction: Direction }
  | { act: "first" | "last" | "open" | "zoomIn" | "zoomOut" | "showAll" };

interface Key {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ["ArrowLeft", "left"],
  ["ArrowRight", "right"],
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
]);
const COMMANDS: ReadonlyMap<string, GraphCommand> = new Map([
  ["Home", { act: "first" }],
  ["End", { act: "last" }],
  ["Enter", { act: "open" }],
  [" ", { act: "open" }],
  ["+", { act: "zoomIn" }],
  ["=", { act: "zoomIn" }],
  ["-", { act: "zoomOut" }],
  ["0", { act: "showAll" }],
]);

/** @returns null for keys that are not the picture's: together with Ctrl, Alt and the like the browser has its own use for all. */
export function graphCommand({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): GraphCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  const direction = DIRECTIONS.get(key);
  if (direction) return { act: shiftKey ? "pan" : "go", direction };
  return COMMANDS.get(key) ?? null;
}
