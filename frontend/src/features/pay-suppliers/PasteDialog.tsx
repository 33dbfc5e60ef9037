import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import { type PastedLine, readPasted } from "./pasted.ts";
import { useText } from "./text.ts";

interface PasteDialogProps {
  onPaste: (lines: readonly PastedLine[]) => void;
  onClose: () => void;
}

/** Takes lines as a spreadsheet copies them. */
export function PasteDialog({ onPaste, onClose }: PasteDialogProps) {
  const t = useText();
  const [text, setText] = useState("");
  const lines = readPasted(text);
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("paste.title")}
      description={t("paste.explain")}
      footer={
        <Button variant="primary" disabled={lines.length === 0} onClick={() => onPaste(lines)}>
          {t("paste.take", { count: lines.length })}
        </Button>
      }
    >
      <Field label={t("paste.lines")} hint={t("paste.hint")}>
        {(aria) => (
          <textarea
            {...aria}
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="field-control h-auto font-mono"
          />
        )}
      </Field>
    </Dialog>
  );
}
