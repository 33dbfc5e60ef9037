import { type ReactNode, useState } from "react";
import type { Address } from "viem";
import {
  fromFragment,
  type MessageOf,
  type Paper,
  type PaperKind,
  type PaperProblem,
  readPaper,
} from "../../domain/signed-paper.ts";
import { Callout } from "../../ui/Callout.tsx";
import { FileDrop } from "../../ui/FileDrop.tsx";
import { Section } from "../../ui/Section.tsx";
import { useDeployment } from "../deployment/useDeployment.ts";
import { useText } from "./text.ts";
import { usePaperFragment } from "./usePaperFragment.ts";

interface IntakeProps<Kind extends PaperKind> {
  kind: Kind;
  desk: Address;
  children: (paper: Paper<MessageOf<Kind["fields"]>>) => ReactNode;
}

/** Takes a paper from the link that led here or from its file, and shows it. The last one given counts. */
export function Intake<Kind extends PaperKind>({ kind, desk, children }: IntakeProps<Kind>) {
  const t = useText();
  const { chainId } = useDeployment();
  const fragment = usePaperFragment();
  const [file, setFile] = useState<{ text: string; besides: string | null } | null>(null);
  const linked = fragment === null ? null : (fromFragment(fragment) ?? "");
  const given = file && file.besides === fragment ? file.text : linked;
  const read = given === null ? null : readPaper<Kind["fields"]>(kind, given, { chainId, desk });
  const take = async (files: readonly File[]) => {
    const [first] = files;
    if (first) setFile({ text: await first.text(), besides: fragment });
  };
  return (
    <Section title={t(`${kind.kind}.forMe.title`)} description={t(`${kind.kind}.forMe.hint`)}>
      {read && ("problem" in read ? <Unreadable problem={read.problem} /> : children(read))}
      <FileDrop
        label={t(`${kind.kind}.forMe.drop`)}
        hint={t("intake.hint")}
        accept=".json,application/json"
        onFiles={(files) => void take(files)}
      />
    </Section>
  );
}

function Unreadable({ problem }: { problem: PaperProblem }) {
  const t = useText();
  return (
    <Callout tone="danger" title={t("intake.problem")} live>
      {t(`intake.${problem}`)}
    </Callout>
  );
}
