import { Section } from "../../ui/Section.tsx";
import { type Answer, Loaded } from "../data/Loaded.tsx";
import { type ListedPaper, PaperList, type PaperListProps } from "./PaperList.tsx";
import { useText } from "./text.ts";
import type { MyPaper, PaperBasics } from "./useMyPapers.ts";

interface MyPapersProps<Message> extends Omit<PaperListProps, "papers"> {
  mine: Answer<readonly MyPaper<Message>[]>;
  told: (paper: MyPaper<Message>) => Pick<ListedPaper, "cash" | "note" | "cancelCall">;
}

/** What the bank has signed in this browser. */
export function MyPapers<Message extends PaperBasics>({ mine, told, ...list }: MyPapersProps<Message>) {
  const t = useText();
  return (
    <Section title={t(`${list.kind}.mine.title`)} description={t(`${list.kind}.mine.hint`)}>
      <Loaded query={mine}>
        {(papers) => <PaperList {...list} papers={papers.map((paper) => ({ ...paper, ...told(paper) }))} />}
      </Loaded>
    </Section>
  );
}
