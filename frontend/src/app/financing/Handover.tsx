import { Download } from "lucide-react";
import { toFragment } from "../../domain/signed-paper.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { useText } from "./text.ts";

interface HandoverProps {
  /** Of the paper's file. */
  text: string;
  path: "/quotes" | "/loans";
  fileName: string;
  /** Distinguishes the links of several papers for assistive technology. */
  about: string;
}

/** A signed paper as a link and as a file: how it gets to the holder is the bank's choice. */
export function Handover({ text, path, fileName, about }: HandoverProps) {
  const t = useText();
  const link = `${window.location.origin}${path}#${toFragment(text)}`;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Copyable value={link} shown={t("handover.link")} />
      <a
        href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
        download={fileName}
        aria-label={`${t("handover.file")}: ${about}`}
        className={buttonClass("secondary", "sm")}
      >
        <Download aria-hidden className="size-4" />
        {t("handover.file")}
      </a>
    </div>
  );
}
