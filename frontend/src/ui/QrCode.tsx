import { encode } from "uqr";
import { qrPath } from "./qrPath.ts";

/** Light modules around the code, which scanners need. */
const QUIET = 4;

/** A text as a QR code, black on white in either scheme: scanners want it so. Give it a size by its class. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string }) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={className}
      data-testid="qr-code"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={qrPath(data)} fill="#000000" />
    </svg>
  );
}
