/** One promise, cut into parts: the picture of the whole product. Decoration only. */
export function SplitStick() {
  const parts = [
    { x: 0, width: 236, opacity: 1 },
    { x: 240, width: 126, opacity: 0.72 },
    { x: 370, width: 84, opacity: 0.5 },
    { x: 458, width: 42, opacity: 0.34 },
  ];
  return (
    <svg viewBox="0 0 500 28" preserveAspectRatio="none" aria-hidden className="h-7 w-full max-w-2xl">
      {parts.map(({ x, width, opacity }) => (
        <rect key={x} x={x} y="4" width={width} height="20" className="fill-accent" opacity={opacity} />
      ))}
      {Array.from({ length: 24 }, (_, notch) => notch * 21 + 8).map((x) => (
        <path key={x} d={`M${x} 3l3 7 3-7z`} className="fill-canvas" />
      ))}
    </svg>
  );
}
