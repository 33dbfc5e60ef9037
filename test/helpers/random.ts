/** Repeatable numbers, inclined to the ends of their ranges: that is where arithmetic goes wrong. */
export interface Random {
  /** Evenly from 0 to `most`. */
  upTo(most: bigint): bigint;
  /** From 0 to `most`, often an end, one of `edges`, beside one, a round or a small number. */
  edgy(most: bigint, edges?: readonly bigint[]): bigint;
  pick<T>(from: readonly [T, ...T[]]): T;
  /** True once in `times`. */
  oneIn(times: number): boolean;
}

const BITS = 32n;

export function randomOf(seed: number): Random {
  const next = generator(seed);

  function upTo(most: bigint): bigint {
    if (most < 2n ** BITS) return BigInt(Math.floor((next() / 2 ** 32) * (Number(most) + 1)));
    let bits = BigInt(next());
    for (let size = BITS; 1n << size <= most; size += BITS) bits = (bits << BITS) | BigInt(next());
    // A word more than needed, so that the remainder is even enough.
    return ((bits << BITS) | BigInt(next())) % (most + 1n);
  }

  function pick<T>(from: readonly [T, ...T[]]): T {
    return from[next() % from.length] ?? from[0];
  }

  function edgy(most: bigint, edges: readonly bigint[] = []): bigint {
    const [first = 0n, ...others] = edges;
    const ways: readonly [() => bigint, ...(() => bigint)[]] = [
      () => upTo(3n),
      () => most - upTo(3n),
      () => pick([first, ...others]),
      () => pick([first, ...others]) + upTo(2n) - 1n,
      () => 10n ** upTo(BigInt(most.toString().length - 1)) * (1n + upTo(9n)),
      () => upTo(1n << upTo(BigInt(most.toString(2).length))),
      () => upTo(1n << upTo(BigInt(most.toString(2).length))),
      () => upTo(most),
    ];
    const drawn = pick(ways)();
    if (drawn < 0n) return 0n;
    return drawn > most ? most : drawn;
  }

  return { upTo, edgy, pick, oneIn: (times) => next() % times === 0 };
}

/** sfc32 by C. Doty-Humphrey: 32 bits at a time. */
function generator(seed: number): () => number {
  let [a, b, c, counter] = [0, seed | 0, 0x9e3779b9, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}
