import type { Page } from "playwright";
import { z } from "zod";

/** One task of the page's main thread, in milliseconds. */
interface Task {
  wall: number;
  cpu: number;
}

const task = z.object({
  name: z.literal("RunTask"),
  pid: z.number(),
  tid: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
});
const threadName = z.object({
  name: z.literal("thread_name"),
  pid: z.number(),
  tid: z.number(),
  args: z.object({ name: z.string() }),
});

/** Every task of the renderer's main thread while something is done, as Chromium's own trace has it. */
export async function traceTasks(page: Page, action: () => Promise<void>): Promise<Task[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error("The page has no browser to trace.");
  const session = await browser.newBrowserCDPSession();
  const events: unknown[] = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["disabled-by-default-devtools.timeline"] },
  });
  await action();
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  return tasksIn(events);
}

function tasksIn(events: readonly unknown[]): Task[] {
  const named = (name: string) => events.filter((event) => isNamed(event, name));
  const main = new Set(
    z
      .array(threadName)
      .parse(named("thread_name"))
      .filter(({ args }) => args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = z
    .array(task)
    .parse(named("RunTask"))
    .filter(({ pid, tid }) => main.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error("The trace has no task of a page.");
  return tasks.map(({ dur, tdur }) => ({ wall: dur / 1_000, cpu: tdur / 1_000 }));
}

function isNamed(event: unknown, name: string): boolean {
  return typeof event === "object" && event !== null && "name" in event && event.name === name;
}
