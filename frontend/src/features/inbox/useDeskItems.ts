import { useInvitations, useProgrammes } from "../../app/data/queries/earlyPayment.ts";
import { useExposureEntries } from "../../app/data/queries/exposure.ts";
import { useLoans } from "../../app/data/queries/loans.ts";
import { useParticipant, useParticipants } from "../../app/data/queries/participants.ts";
import { usePolicies } from "../../app/data/queries/policy.ts";
import { useReceivablesById } from "../../app/data/queries/receivables.ts";
import { useRecourseLinks } from "../../app/data/queries/recourse.ts";
import { useSlicesIn, useSlicesOf } from "../../app/data/queries/slices.ts";
import { useDeskIndex } from "../../app/data/useDeskIndex.ts";
import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useMyAccounts } from "../../app/session/useMe.ts";
import { accountInForce } from "../../domain/account-in-force.ts";
import { openMatches } from "../../domain/programme-state.ts";
import { releasable } from "../../domain/releasable.ts";
import { exposureItems } from "./exposure-items.ts";
import { dueItems } from "./holder-items.ts";
import { type Inbox, inboxOf, nowOf, type Whose } from "./inbox.ts";
import { loanItems } from "./loan-items.ts";
import { myProgrammeItems, openProgrammeItems } from "./offer-items.ts";
import { recourseItems } from "./recourse-items.ts";
import { rulesIn } from "./rules.ts";

/** Recourse, loans and the cents that they leave late, on either side. */
export function useLendingItems({ account, roles, clock }: Whose): Inbox {
  const isParty = roles.includes("supplier") || roles.includes("bank");
  const own = useMyAccounts();
  const links = useRecourseLinks(own, isParty);
  const loans = useLoans(own, isParty);
  const open = (loans.data ?? []).filter(({ state }) => state === "open");
  const receivables = useReceivablesById([...(links.data ?? []), ...open].map(({ receivableId }) => receivableId));
  const slices = useSlicesIn(open.map(({ receivableId }) => receivableId));
  const held = useSlicesOf(isParty ? account : undefined);
  const policies = usePolicies();
  const needed = isParty ? [links, loans, receivables, slices, held, policies] : [];
  return inboxOf(needed, () => {
    const now = nowOf(clock);
    const known = { own, receivables: receivables.data ?? [], slices: slices.data ?? [], held: held.data ?? [] };
    const pledged = open.flatMap((loan) => {
      const receivable = known.receivables.find(({ id }) => id === loan.receivableId);
      const isMine = own.includes(loan.lender.toLowerCase());
      return receivable && isMine ? [{ id: `${loan.id}`, face: loan.face, flags: 0, receivable }] : [];
    });
    const late = dueItems(pledged, rulesIn(policies.data ?? [], clock.policy), now);
    return [
      ...recourseItems(links.data ?? [], known, now),
      ...loanItems(open, known, now),
      ...late.filter(({ kind }) => kind === "reportOverdue" || kind === "declareDefault"),
    ];
  });
}

/** Programmes for paying early: those of others that are open for what is held, and the company's own that end. */
export function useProgrammeItems({ account, roles, clock }: Whose): Inbox {
  const { currencies } = useDeployment();
  const own = useMyAccounts();
  const [isHolder, isObligor] = [roles.includes("supplier") || roles.includes("bank"), roles.includes("obligor")];
  const identity = useParticipant(account).data?.identity;
  const participants = useParticipants();
  const held = useSlicesOf(isHolder ? account : undefined);
  const owing = (held.data ?? []).map((slice) => {
    return { slice, obligor: accountInForce(slice.receivable.obligor, participants.data ?? []) };
  });
  const programmes = useProgrammes([...owing.map(({ obligor }) => obligor), ...(isObligor ? own : [])]);
  const invitations = useInvitations({ identity: identity ?? "0x" }, isHolder && identity !== undefined);
  const needed = [...(isHolder ? [held, invitations] : []), participants, programmes];
  return inboxOf(needed, () => {
    const now = nowOf(clock);
    const posted = programmes.data ?? [];
    const invited = new Set((invitations.data ?? []).flatMap((row) => (row.invited ? [row.programmeId] : [])));
    const forMe = posted.filter(({ id, forAll }) => forAll || invited.has(id));
    const dayCountOf = (index: number) => currencies.find((known) => known.index === index)?.dayCount ?? "ACT";
    const matches = openMatches(owing, forMe, { ...now, dayCountOf });
    return [
      ...openProgrammeItems(
        matches.map(({ slice, programme }) => ({ programme, face: slice.face })),
        now,
      ),
      ...myProgrammeItems(
        posted.filter(({ obligor }) => isObligor && own.includes(obligor.toLowerCase())),
        now,
      ),
    ];
  });
}

/** What a bank may take off its limits. */
export function useExposureItems({ account, roles }: Whose): Inbox {
  const isBank = roles.includes("bank");
  const own = useMyAccounts();
  const { pledgeDesk } = useDeployment().addresses;
  const pledgeIndex = useDeskIndex(pledgeDesk);
  const identity = useParticipant(account).data?.identity;
  const entries = useExposureEntries(isBank ? identity : undefined);
  const ids = (entries.data ?? []).map(({ receivableId }) => receivableId);
  const receivables = useReceivablesById(ids);
  const slices = useSlicesIn(ids);
  return inboxOf(isBank ? [entries, receivables, slices] : [], () => {
    if (pledgeIndex === undefined) return [];
    const rows = receivables.data ?? [];
    const deskIndex = new Map([[pledgeDesk.toLowerCase(), pledgeIndex]]);
    const truth = { entries: entries.data ?? [], slices: slices.data ?? [], receivables: rows, own, deskIndex };
    return exposureItems(releasable(truth).cents, rows);
  });
}
