import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { cx } from "./cx.ts";
import { IconButton } from "./IconButton.tsx";
import { useUiTexts } from "./texts.ts";

const OVERLAY = "fixed inset-0 z-40 bg-[rgb(0_0_0/0.45)]";
const PANEL =
  "fixed z-50 inset-x-0 bottom-0 max-h-[92dvh] overflow-y-auto rounded-t-lg border border-line bg-surface shadow-floating sm:inset-auto sm:start-1/2 sm:top-1/2 sm:w-[calc(100%-2rem)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-lg";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  wide?: boolean;
  children: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
}

/** In the middle of a large screen, from below on a phone. */
export function Dialog({ open, onOpenChange, title, description, wide = false, children, footer }: DialogProps) {
  const texts = useUiTexts();
  const opener = useRef<Element | null>(null);
  // Opened by no trigger of its own, it would leave the keyboard at the beginning of the page.
  const rememberOpener = () => {
    opener.current = document.activeElement;
  };
  const returnFocus = (event: Event) => {
    event.preventDefault();
    if (opener.current instanceof HTMLElement || opener.current instanceof SVGElement) opener.current.focus();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY} />
        <Radix.Content
          onOpenAutoFocus={rememberOpener}
          onCloseAutoFocus={returnFocus}
          className={cx(PANEL, wide ? "sm:max-w-3xl" : "sm:max-w-lg")}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="flex items-start gap-3 border-b border-line px-5 py-3">
            <Radix.Title className="flex-1 py-1 text-lg font-semibold">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon={X} label={texts.close} />
            </Radix.Close>
          </div>
          <div className="grid gap-4 px-5 py-4">
            {description && <Radix.Description className="text-muted">{description}</Radix.Description>}
            {children}
          </div>
          {footer && (
            <div className="sticky bottom-0 flex flex-wrap justify-end gap-2 border-t border-line bg-surface px-5 py-3">
              {footer}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
