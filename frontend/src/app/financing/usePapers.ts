import { useMemo, useState } from "react";
import { type Address, type Hex, hashTypedData, isHex } from "viem";
import { type MessageOf, type Paper, type PaperKind, readPaper, typedDataOf } from "../../domain/signed-paper.ts";
import { useDeployment } from "../deployment/useDeployment.ts";
import { createPaperStore } from "./paperStore.ts";

/** A paper as the list of a bank keeps it. */
export interface KeptPaper<Message> extends Paper<Message> {
  /** Of its file. */
  text: string;
  digest: Hex;
}

interface Papers<Message> {
  papers: readonly KeptPaper<Message>[];
  add: (text: string) => void;
  remove: (text: string) => void;
}

/** The papers that an account has signed in this browser. */
export function usePapers<Kind extends PaperKind>(
  kind: Kind,
  desk: Address,
  account: Address,
): Papers<MessageOf<Kind["fields"]>> {
  const { chainId, genesisHash } = useDeployment();
  const [store] = useState(() => createPaperStore(localStorage, genesisHash, kind));
  const [texts, setTexts] = useState(() => store.read(account));
  const papers = useMemo(
    () =>
      texts.flatMap((text) => {
        const paper = readPaper<Kind["fields"]>(kind, text, { chainId, desk });
        return "problem" in paper ? [] : [{ ...paper, text, digest: digestOf(kind, paper) }];
      }),
    [texts, kind, chainId, desk],
  );
  return {
    papers,
    add: (text) => setTexts(store.add(account, text)),
    remove: (text) => setTexts(store.remove(account, text)),
  };
}

/** What the desk calls the paper. */
export function digestOf(kind: PaperKind, paper: Paper<object>): Hex {
  const digest = hashTypedData(typedDataOf(kind, paper, paper.message));
  if (!isHex(digest)) throw new Error(`${digest} is not hexadecimal.`);
  return digest;
}
