import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Layout } from "../../domain/flow/layered-layout.ts";
import {
  firstView,
  hiddenSides,
  panned,
  type Side,
  showing,
  steppedTo,
  type View,
  wholeView,
  zoomed,
} from "../../domain/flow/view.ts";
import { useScreenSize } from "../../ui/useScreenSize.ts";

const ZOOM_STEP = 1.25;
const WHEEL_STEP = 0.002;
const PAN_STEP = 80;
const ANY_SIZE = { width: 800, height: 480 };

/** What of a picture is seen, and the ways to see another part of it. */
export function useView(layout: Layout, frame: RefObject<SVGSVGElement | null>) {
  const screen = useScreenSize(frame) ?? ANY_SIZE;
  const [chosen, setChosen] = useState<View | null>(null);
  const view = chosen ?? firstView(layout, screen);
  const latest = useRef(view);
  latest.current = view;
  const change = useCallback((next: (view: View) => View) => setChosen(next(latest.current)), []);

  useEffect(() => {
    const svg = frame.current;
    if (!svg) return;
    const onWheel = (event: WheelEvent) => {
      // Without the key the wheel scrolls the page, as everywhere.
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      const { x, y, scale } = latest.current;
      const at = {
        x: x + (event.clientX - box.left - box.width / 2) / scale,
        y: y + (event.clientY - box.top - box.height / 2) / scale,
      };
      change((seen) => zoomed(seen, Math.exp(-event.deltaY * WHEEL_STEP), at));
    };
    // React listens passively, and could not keep the page from zooming.
    svg.addEventListener("wheel", onWheel, { passive: false });
    return () => svg.removeEventListener("wheel", onWheel);
  }, [frame, change]);

  return {
    view,
    screen,
    hidden: hiddenSides(view, layout, screen),
    stepTo: (side: Side) => change((seen) => steppedTo(seen, side, layout, screen)),
    zoomIn: () => change((seen) => zoomed(seen, ZOOM_STEP)),
    zoomOut: () => change((seen) => zoomed(seen, 1 / ZOOM_STEP)),
    showAll: () => setChosen(wholeView(layout, screen)),
    pan: (right: number, down: number) => change((seen) => panned(seen, right * PAN_STEP, down * PAN_STEP)),
    show: (node: string) => {
      const place = layout.places.get(node);
      if (place) change((seen) => showing(seen, place, screen));
    },
    drag: useDrag(change),
  };
}

/** Pulls the picture along with the pointer. */
function useDrag(change: (next: (view: View) => View) => void) {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      if (event.button !== 0 || (event.target instanceof Element && event.target.closest("[data-node]"))) return;
      from.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      const start = from.current;
      if (!start) return;
      from.current = { x: event.clientX, y: event.clientY };
      change((view) => panned(view, start.x - event.clientX, start.y - event.clientY));
    },
    onPointerUp: () => {
      from.current = null;
    },
    onPointerCancel: () => {
      from.current = null;
    },
  };
}
