/** Browsers draw no larger canvas reliably. */
const MOST_PIXELS = 8_192;
const SHARPNESS = 2;

/**
 * Draws an SVG file as a PNG.
 * @throws Error when the browser can't draw it.
 */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  // The page's policy lets in no image of a blob's address.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, MOST_PIXELS / image.width, MOST_PIXELS / image.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The browser gives no canvas to draw on.");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return asPng(canvas);
}

function asPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large for a PNG."))),
      "image/png",
    );
  });
}
