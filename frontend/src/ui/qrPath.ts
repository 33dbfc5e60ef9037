/** Dark modules as one SVG path in module units; modules beside each other in a row become one bar. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  return modules.flatMap((row, y) => bars(row).map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)).join("");
}

function bars(row: readonly boolean[]): [start: number, width: number][] {
  const found: [number, number][] = [];
  let start = -1;
  for (let x = 0; x <= row.length; x++) {
    const isDark = row[x] === true;
    if (isDark && start < 0) start = x;
    if (!isDark && start >= 0) {
      found.push([start, x - start]);
      start = -1;
    }
  }
  return found;
}
