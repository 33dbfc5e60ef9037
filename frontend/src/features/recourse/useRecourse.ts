import { useReadContracts } from "wagmi";
import { useParticipants } from "../../app/data/queries/participants.ts";
import { type PolicyVersion, usePolicies } from "../../app/data/queries/policy.ts";
import { type ReceivableRow, useReceivablesById } from "../../app/data/queries/receivables.ts";
import { type RecourseLinkRow, useRecourseLinks } from "../../app/data/queries/recourse.ts";
import { type SliceRow, useSlicesIn } from "../../app/data/queries/slices.ts";
import type { LedgerClock } from "../../app/data/useLedgerClock.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMyAccounts } from "../../app/session/useMe.ts";
import { accountInForce } from "../../domain/account-in-force.ts";
import { dayOf } from "../../domain/day-count.ts";
import { isClaimable } from "../../domain/recourse-claim.ts";
import { recourseDeskAbi } from "../../generated/contracts.ts";
import { type Claim, chainOf, type RecourseAct, recourseActs } from "./recourse-acts.ts";

/** A penalty grows with the chain's day, so claims are asked for again and again. */
const REFRESH_MS = 3_000;

/** Recourse for one slice: a link whose bank holds several is listed once for each. */
export interface RecourseLine {
  key: string;
  link: RecourseLinkRow;
  receivable: ReceivableRow;
  /** Null when the bank holds none of the link's cents now. */
  slice: SliceRow | null;
  /** Null while nothing can be claimed. */
  claim: Claim | null;
  isBank: boolean;
  isSeller: boolean;
  /** Accounts, the first seller first. */
  chain: readonly string[];
  acts: readonly RecourseAct[];
}

interface RecourseQuery {
  data: RecourseLine[] | undefined;
  error: Error | null;
  refetch: () => unknown;
}

/** The connected organisation's recourse against sellers, and that of banks against it. */
export function useRecourse(clock: LedgerClock): RecourseQuery {
  const own = useMyAccounts();
  const links = useRecourseLinks(own);
  const ids = (links.data ?? []).map(({ receivableId }) => receivableId);
  const receivables = useReceivablesById(ids);
  const slices = useSlicesIn(ids);
  const policies = usePolicies();
  const participants = useParticipants();
  const pairs = pair(links.data ?? [], slices.data ?? [], (account) =>
    accountInForce(account, participants.data ?? []),
  );
  const claims = useClaims(pairs, receivables.data ?? []);
  const queries = [links, receivables, slices, policies, participants];
  const error = queries.find((query) => query.error)?.error ?? null;
  const refetch = () => Promise.all(queries.map((query) => query.refetch()));
  if (!links.data || !receivables.data || !slices.data || !policies.data) return { data: undefined, error, refetch };
  const data = pairs.flatMap((each): RecourseLine[] => {
    const receivable = receivables.data.find(({ id }) => id === each.link.receivableId);
    const policy = policies.data.find(({ version }) => version === receivable?.policy);
    if (!receivable || !policy) return [];
    const claim = claims(each);
    return lineOf(each, receivable, policy, claim, own, links.data, clock);
  });
  return { data, error, refetch };
}

interface Pair {
  link: RecourseLinkRow;
  slice: SliceRow | null;
}

/** Each link with the slices that lie wholly among its cents and that its bank holds. */
function pair(
  links: readonly RecourseLinkRow[],
  slices: readonly SliceRow[],
  inForce: (account: string) => string,
): Pair[] {
  return links.flatMap((link): Pair[] => {
    const isOpen = link.state === "recorded" || link.state === "demanded";
    const bank = inForce(link.bank).toLowerCase();
    const held = slices.filter(
      (slice) =>
        slice.status === "live" &&
        slice.receivableId === link.receivableId &&
        link.start <= slice.start &&
        slice.end <= link.end &&
        inForce(slice.holder).toLowerCase() === bank,
    );
    return isOpen && held.length > 0 ? held.map((slice) => ({ link, slice })) : [{ link, slice: null }];
  });
}

function lineOf(
  { link, slice }: Pair,
  receivable: ReceivableRow,
  policy: PolicyVersion,
  claim: Claim | null,
  own: readonly string[],
  links: readonly RecourseLinkRow[],
  clock: LedgerClock,
): RecourseLine[] {
  const isBank = own.includes(link.bank.toLowerCase());
  const isSeller = own.includes(link.seller.toLowerCase());
  // A link between others is known for the chain only.
  if (!isBank && !isSeller) return [];
  const today = dayOf(clock.timestamp, policy.utcOffsetHours);
  const acts = recourseActs({ state: link.state, claim, isBank, isSeller, receivable, policy, today });
  const key = `${link.id}/${slice?.id ?? ""}`;
  return [{ key, link, receivable, slice, claim, isBank, isSeller, chain: chainOf(link, links), acts }];
}

function useClaims(pairs: readonly Pair[], receivables: readonly ReceivableRow[]): (pair: Pair) => Claim | null {
  const { recourseDesk } = useDeployment().addresses;
  const asked = pairs.filter(({ link, slice }) => {
    const receivable = receivables.find(({ id }) => id === link.receivableId);
    return slice !== null && receivable !== undefined && isClaimable(receivable);
  });
  const { data } = useReadContracts({
    contracts: asked.map(({ link, slice }) => ({
      ...({ address: recourseDesk, abi: recourseDeskAbi, functionName: "claimOf" } as const),
      args: [link.id, BigInt(slice?.id ?? 0)] as const,
    })),
    query: { refetchInterval: REFRESH_MS },
  });
  return (pair) => {
    const found = data?.[asked.indexOf(pair)]?.result;
    return found ? { ...found, face: BigInt(found.face), recovered: BigInt(found.recovered) } : null;
  };
}
