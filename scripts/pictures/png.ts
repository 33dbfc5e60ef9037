import { crc32, deflateSync, inflateSync } from "node:zlib";

export interface Picture {
  width: number;
  height: number;
  /** Row by row, 0xrrggbb. */
  pixels: Uint32Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BYTES_PER_PIXEL = new Map([
  [2, 3],
  [6, 4],
]);

/** Reads what browsers write: eight bits a channel, RGB or opaque RGBA, not interlaced. @throws for any other PNG. */
export function readPng(file: Buffer): Picture {
  if (!file.subarray(0, 8).equals(SIGNATURE)) throw new Error("This is not a PNG.");
  const chunks = chunksOf(file);
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  const bpp = header && BYTES_PER_PIXEL.get(header.readUInt8(9));
  if (!header || !bpp || header.readUInt8(8) !== 8 || header.readUInt8(12) !== 0)
    throw new Error("This kind of PNG is not read here.");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data)));
  unfilter(data, width * bpp, height, bpp);
  const pixels = new Uint32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * (width * bpp + 1) + 1;
    for (let x = 0; x < width; x++) pixels[y * width + x] = data.readUIntBE(row + x * bpp, 3);
  }
  return { width, height, pixels };
}

/** A PNG of at most 256 colours. */
export function writeIndexedPng({ width, height, pixels }: Picture, palette: readonly number[]): Buffer {
  const indexOf = new Map(palette.map((colour, index) => [colour, index]));
  const data = Buffer.alloc((width + 1) * height);
  for (let i = 0; i < pixels.length; i++) {
    const index = indexOf.get(pixels[i] ?? 0);
    if (index === undefined) throw new Error("A pixel's colour is not in the palette.");
    data[Math.floor(i / width) * (width + 1) + 1 + (i % width)] = index;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  const colours = Buffer.alloc(palette.length * 3);
  palette.forEach((colour, index) => {
    colours.writeUIntBE(colour, index * 3, 3);
  });
  const parts = [
    chunk("IHDR", header),
    chunk("PLTE", colours),
    chunk("IDAT", deflateSync(data, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ];
  return Buffer.concat([SIGNATURE, ...parts]);
}

function chunksOf(file: Buffer): { type: string; data: Buffer }[] {
  const chunks = [];
  for (let at = SIGNATURE.length; at < file.length; ) {
    const length = file.readUInt32BE(at);
    chunks.push({ type: file.toString("latin1", at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Undoes PNG's filters where the bytes lie; each row begins with the number of its filter. */
function unfilter(data: Buffer, rowLength: number, height: number, bpp: number): void {
  const stride = rowLength + 1;
  for (let y = 0; y < height; y++) {
    const row = y * stride + 1;
    const filter = data[row - 1];
    for (let x = 0; x < rowLength; x++) {
      const left = x >= bpp ? (data[row + x - bpp] ?? 0) : 0;
      const up = y > 0 ? (data[row + x - stride] ?? 0) : 0;
      const upLeft = x >= bpp && y > 0 ? (data[row + x - stride - bpp] ?? 0) : 0;
      data[row + x] = ((data[row + x] ?? 0) + predicted(filter, left, up, upLeft)) & 0xff;
    }
  }
}

function predicted(filter: number | undefined, left: number, up: number, upLeft: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter === 4) return paeth(left, up, upLeft);
  throw new Error(`PNG has no filter ${filter}.`);
}

function paeth(left: number, up: number, upLeft: number): number {
  const estimate = left + up - upLeft;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(estimate - value)) as [
    number,
    number,
    number,
  ];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}
