import type { LucideIcon } from "lucide-react";
import { Button, type ButtonProps } from "./Button.tsx";
import { cx } from "./cx.ts";

interface IconButtonProps extends Omit<ButtonProps, "children"> {
  icon: LucideIcon;
  /** What it does; also shown as a tooltip. */
  label: string;
}

export function IconButton({ icon: Icon, label, variant = "quiet", className, ...rest }: IconButtonProps) {
  return (
    <Button {...rest} variant={variant} aria-label={label} title={label} className={cx("px-0 min-w-9", className)}>
      <Icon aria-hidden className="size-4.5" />
    </Button>
  );
}
