import { FileUp } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { cx } from "./cx.ts";
import { useUiTexts } from "./texts.ts";

interface FileDropProps {
  label: string;
  hint?: string;
  /** As in `<input accept>`, for example ".xml,application/xml". */
  accept: string;
  multiple?: boolean;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
}

/** Drop files on it, or choose them: the native file input stays reachable by keyboard. */
export function FileDrop({ label, hint, accept, multiple = false, disabled = false, onFiles }: FileDropProps) {
  const id = useId();
  const texts = useUiTexts();
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    if (!disabled && files && files.length > 0) onFiles([...files].slice(0, multiple ? undefined : 1));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  const dragOver = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(!disabled);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={dragOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={cx(
        "grid cursor-pointer justify-items-center gap-1 rounded-lg border-2 border-dashed px-6 py-8 text-center",
        "focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent",
        isOver ? "border-accent bg-accent-soft" : "border-line-strong bg-surface hover:bg-sunken",
      )}
    >
      <FileUp aria-hidden className="size-7 text-accent" />
      <span className="font-medium">{label}</span>
      <span className="text-sm text-muted">
        {texts.dropFile} <span className="text-accent underline">{texts.chooseFile}</span>
      </span>
      {hint && <span className="text-sm text-muted">{hint}</span>}
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        className="sr-only"
        onChange={(event) => {
          take(event.target.files);
          // The same file chosen again is a change again.
          event.target.value = "";
        }}
      />
    </label>
  );
}
