import type { Browser } from "@playwright/test";
import { dayFromIso } from "../../frontend/src/domain/day-count.ts";
import { actor, type Stage } from "../demo/actors.ts";
import { register } from "../demo/receivables.ts";
import { openAs } from "./openAs.ts";

const TRIALS = 7;

/** Milliseconds from the chain's receipt until another party's open page shows what was done, one for each trial. */
export async function liveDelays(browser: Browser, origin: string, stage: Stage): Promise<number[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await openAs(page, origin, "Yujiang Motors", "/confirm");
  const delays: number[] = [];
  for (let trial = 0; trial < TRIALS; ++trial) {
    // A face that no other row has.
    const face = 41_000_000n + BigInt(trial) * 111n;
    const shown = page.getByRole("row", { name: amountPattern(face) }).first();
    await register(actor(stage, "huaxin"), actor(stage, "yujiang"), {
      number: `LIVE-${trial}`,
      issueDay: dayFromIso("2026-11-01"),
      dueDay: dayFromIso("2027-02-01"),
      face,
    });
    const receipt = performance.now();
    await shown.waitFor({ timeout: 20_000 });
    delays.push(Math.round(performance.now() - receipt));
  }
  await context.close();
  return delays;
}

/** The amount as the English page writes it. */
function amountPattern(minor: bigint): RegExp {
  const whole = (minor / 100n).toLocaleString("en-GB");
  return new RegExp(`${whole}\\.${String(minor % 100n).padStart(2, "0")}`);
}
