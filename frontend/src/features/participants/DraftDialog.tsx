import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useText } from "./text.ts";

interface DraftDialogProps {
  title: string;
  description?: string;
  children: ReactNode;
  /** Called when what was typed should be reviewed; the caller decides whether it can be. */
  onReview: () => void;
  onClose: () => void;
}

/** What is to be changed, before it is reviewed and signed. */
export function DraftDialog({ title, description, children, onReview, onClose }: DraftDialogProps) {
  const t = useText();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={description}
      footer={
        <Button variant="primary" onClick={onReview}>
          {t("change.review")}
        </Button>
      }
    >
      {children}
    </Dialog>
  );
}
