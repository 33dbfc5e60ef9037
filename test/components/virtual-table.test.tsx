import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import type { VirtualColumn } from "../../frontend/src/ui/VirtualRow.tsx";
import { VirtualTable } from "../../frontend/src/ui/VirtualTable.tsx";

const COLUMNS: readonly VirtualColumn<number>[] = [
  { key: "row", header: "Row", track: "1fr", cell: (row) => `row ${row}` },
];
const TOTAL = 1_000;
const ignore = () => undefined;

function table(listKey: string) {
  return (
    <VirtualTable
      label="Rows"
      columns={COLUMNS}
      total={TOTAL}
      rowAt={(index) => index}
      onRange={ignore}
      sorting={{ by: "row", descending: false }}
      onSort={ignore}
      listKey={listKey}
    />
  );
}

const focused = () => document.activeElement?.getAttribute("aria-rowindex");

test("another list begins at its top, and takes the focus of a row along; a focus elsewhere stays there", async () => {
  const screen = await render(table("one"));
  const first = screen.container.querySelector<HTMLElement>("[role=row][tabindex='0']");
  first?.focus();
  first?.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
  await expect.poll(focused).toBe(String(TOTAL + 1));
  await screen.rerender(table("two"));
  await expect.poll(focused).toBe("2");
  expect(document.activeElement?.textContent).toContain("row 0");
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await screen.rerender(table("three"));
  await expect.poll(() => screen.container.querySelector("[aria-rowindex='2']")?.textContent).toContain("row 0");
  expect(document.activeElement).toBe(document.body);
});
