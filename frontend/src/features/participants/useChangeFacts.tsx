import { getAddress } from "viem";
import { Copyable } from "../../ui/Copyable.tsx";
import type { Fact } from "../../ui/DescriptionList.tsx";
import type { ParticipantChange } from "./change.ts";
import { useText } from "./text.ts";

/** Whom a change concerns: name and account, always both. */
export function useChangeFacts({ participant: { account }, name }: ParticipantChange): Fact[] {
  const t = useText();
  return [
    { label: t("fact.organisation"), value: <bdi className="wrap-anywhere">{name}</bdi> },
    { label: t("fact.account"), value: <Copyable value={getAddress(account)} shown={getAddress(account)} /> },
  ];
}
