import { AlertDialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";
import { cx } from "./cx.ts";
import { OVERLAY, PANEL } from "./Dialog.tsx";
import { useUiTexts } from "./texts.ts";

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  confirmLabel: string;
  dangerous?: boolean;
  onConfirm: () => void;
}

/** Asks before something that can't be undone. For transactions use ActionReview. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  children,
  confirmLabel,
  dangerous = false,
  onConfirm,
}: ConfirmDialogProps) {
  const texts = useUiTexts();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY} />
        <Radix.Content className={cx(PANEL, "grid gap-4 p-5 sm:max-w-md")}>
          <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
          <Radix.Description asChild>
            <div>{children}</div>
          </Radix.Description>
          <div className="flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>{texts.cancel}</Button>
            </Radix.Cancel>
            <Radix.Action asChild>
              <Button variant={dangerous ? "danger" : "primary"} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
