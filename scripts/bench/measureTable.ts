import type { Page } from "playwright";
import { traceTasks } from "./traceTasks.ts";

/** What a reader of the long table gets; times in milliseconds. */
export interface TableFigures {
  /** Rows of the list, all pages. */
  rows: number;
  /** The most that stood in the page at once, the header included. */
  rowsInDom: number;
  /** The longest task of the page's main thread while scrolling: by the clock, which other work on the machine stretches, and by the processor's time. */
  longestTask: number;
  longestTaskCpu: number;
  /** How many took more than 50 ms by the clock, and by the processor's time. */
  tasksOver50: number;
  tasksOver50Cpu: number;
  /** From the change of a filter until its rows are drawn. */
  filterMedian: number;
  filterLongest: number;
  filters: number;
}

const SCROLL_STEPS = 120;
const JUMPS = 25;
const KEYS = ["End", "PageUp", "PageUp", "ArrowUp", "Home", "PageDown", "ArrowDown"];

declare global {
  interface Window {
    mostRows: number;
  }
}

/** Before the page is opened: notes how many rows each frame has. */
export async function watch(page: Page): Promise<void> {
  // The compiler of scripts wraps functions with this one, which no page has.
  await page.addInitScript("globalThis.__name = (value) => value");
  await page.addInitScript(() => {
    window.mostRows = 0;
    const count = () => {
      window.mostRows = Math.max(window.mostRows, document.querySelectorAll("[role=row]").length);
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
}

/** @param page Shows the table, with all its rows and no filter. */
export async function measureTable(page: Page): Promise<TableFigures> {
  const tasks = await traceTasks(page, () => scroll(page));
  const rowsInDom = await page.evaluate(() => window.mostRows);
  const rows = Number(await page.getByRole("grid").getAttribute("aria-rowcount")) - 1;
  const filters = await filterTimes(page);
  return {
    rows,
    rowsInDom,
    longestTask: longest(tasks.map(({ wall }) => wall)),
    longestTaskCpu: longest(tasks.map(({ cpu }) => cpu)),
    tasksOver50: tasks.filter(({ wall }) => wall > 50).length,
    tasksOver50Cpu: tasks.filter(({ cpu }) => cpu > 50).length,
    filterMedian: Math.round(median(filters)),
    filterLongest: longest(filters),
    filters: filters.length,
  };
}

/** With the wheel, with the scroll bar all over the list, and with the keys. */
async function scroll(page: Page): Promise<void> {
  const grid = page.getByRole("grid");
  await grid.hover();
  for (let i = 0; i < SCROLL_STEPS; i++) {
    await page.mouse.wheel(0, i % 3 === 2 ? 2_400 : 400);
    await page.waitForTimeout(25);
  }
  for (let i = 0; i < JUMPS; i++) {
    const place = ((i * 37) % 100) / 100;
    await grid.evaluate((element, at) => element.scrollTo(0, element.scrollHeight * at), place);
    await page.waitForTimeout(90);
  }
  await grid.locator("[role=row][tabindex='0']").focus();
  for (const key of KEYS) {
    await page.keyboard.press(key);
    await page.waitForTimeout(120);
  }
}

const TEXTS = ["yujiang", "jiulong", "huaxin", "0x3f", "0xa1b", "91500000", "nobody"];
const STATES = ["registered", "confirmed", "overdue", "settled", "lapsed"];

async function filterTimes(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (const text of TEXTS) {
    times.push(await timeOfChange(page, "input[type=search]", text));
    times.push(await timeOfChange(page, "input[type=search]", ""));
  }
  for (const state of STATES) {
    times.push(await timeOfChange(page, "search > div:first-child > div:nth-child(2) select", state));
    times.push(await timeOfChange(page, "search > div:first-child > div:nth-child(2) select", ""));
  }
  return times;
}

/** Changes a field as its user does, and waits until the page is drawn with the answer. */
function timeOfChange(page: Page, selector: string, value: string): Promise<number> {
  return page.evaluate(
    async ({ selector, value }) => {
      const field = document.querySelector<HTMLInputElement | HTMLSelectElement>(selector);
      if (!field) throw new Error(`There is no ${selector}.`);
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const isReady = () => !document.querySelector("[role=grid][aria-busy]");
      const prototype = field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
      const begun = performance.now();
      Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
      field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
      // The question is on its way from the first frame on.
      await frame();
      while (!isReady()) await frame();
      await frame();
      return performance.now() - begun;
    },
    { selector, value },
  );
}

function longest(times: readonly number[]): number {
  return Math.round(Math.max(0, ...times));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
