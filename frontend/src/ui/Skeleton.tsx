/** Stands for lines of text while they load. The label is for assistive technology. */
export function Skeleton({ label, lines = 3 }: { label: string; lines?: number | undefined }) {
  const widths = ["100%", "92%", "96%", "74%"];
  return (
    <div role="status" aria-label={label} className="grid gap-2">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span
          key={line}
          className="h-5 animate-pulse rounded-sm bg-sunken"
          style={{ width: widths[line % widths.length] }}
        />
      ))}
    </div>
  );
}
