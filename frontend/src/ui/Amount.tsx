import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

interface AmountProps extends Omit<ComponentProps<"span">, "children"> {
  /** Already formatted, by `useFormat().amount`. */
  text: string;
  strong?: boolean;
}

export function Amount({ text, strong = false, className, ...rest }: AmountProps) {
  return (
    <span {...rest} className={cx("figures", strong && "font-semibold", className)}>
      {text}
    </span>
  );
}
