const WIDTH = 40;
const PLAIN_STEPS = 10;

/** Says on standard error how far a long command is: a bar in a terminal, else a line now and then. */
export class Progress {
  readonly #begun = Date.now();
  readonly #out = process.stderr;
  #told = -1;

  /** A step begins. */
  step(text: string): void {
    this.#told = -1;
    this.#out.write(`${this.#seconds()} ${text}\n`);
  }

  bar(done: number, total: number, text: string): void {
    const share = done / total;
    if (this.#out.isTTY) {
      const filled = Math.round(share * WIDTH);
      const bar = "█".repeat(filled).padEnd(WIDTH, "░");
      this.#out.write(`\r${this.#seconds()} ${bar} ${text}${done === total ? "\n" : ""}`);
      return;
    }
    const tenth = Math.floor(share * PLAIN_STEPS);
    if (tenth === this.#told) return;
    this.#told = tenth;
    this.#out.write(`${this.#seconds()} ${tenth * PLAIN_STEPS} % ${text}\n`);
  }

  #seconds(): string {
    return `${String(Math.round((Date.now() - this.#begun) / 1000)).padStart(4)} s`;
  }
}
