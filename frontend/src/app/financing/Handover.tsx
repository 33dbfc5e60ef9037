import { Download } from "lucide-react";
import { type PaperKind, toFragment } from "../../domain/signed-paper.ts";
import { buttonClass } from "../../ui/Button.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { fileNameOf } from "./file-name.ts";
import { useText } from "./text.ts";

const PATH = { quote: "/quotes", loanOffer: "/loans" } as const;

interface HandoverProps {
  kind: PaperKind["kind"];
  slice: bigint;
  /** Of the paper's file. */
  text: string;
  /** Distinguishes the links of several papers for assistive technology. */
  about: string;
}

/** A signed paper as a link and as a file: how it gets to the holder is the bank's choice. */
export function Handover({ kind, slice, text, about }: HandoverProps) {
  const t = useText();
  const link = `${window.location.origin}${PATH[kind]}#${toFragment(text)}`;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Copyable value={link} shown={t("handover.link")} />
      <a
        href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
        download={fileNameOf(kind, slice)}
        aria-label={`${t("handover.file")}: ${about}`}
        className={buttonClass("secondary", "sm")}
      >
        <Download aria-hidden className="size-4" />
        {t("handover.file")}
      </a>
    </div>
  );
}
