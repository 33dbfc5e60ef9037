import type { Page } from "@playwright/test";
import { id as hashOf } from "ethers";
import { identityHash } from "../../frontend/src/domain/identifiers.ts";
import { sliceId } from "../../frontend/src/domain/ids.ts";
import { invoiceKey } from "../../frontend/src/domain/invoice-key.ts";
import { bitsFromRoles } from "../../frontend/src/domain/roles.ts";
import { type Actor, actor, actorFor, type Stage, setStage } from "../../scripts/demo/actors.ts";
import { Clock } from "../../scripts/demo/clock.ts";
import type { DemoCompany } from "../../scripts/demo-companies.ts";
import type { DeploymentRecord } from "../../scripts/deployment/record.ts";
import { settled } from "../../scripts/deployment/settled.ts";
import { E2E_RPC, E2E_URL } from "./globalSetup.ts";

const CNY = 1;
const POLICY = 1;
const KYC_DAYS = 700;

/** The demo's companies on the tests' chain, acting without a page: for what a test begins with. */
export async function openStage(page: Page): Promise<Stage> {
  const record: DeploymentRecord = await (await page.request.get("/deployment.json")).json();
  return setStage(E2E_RPC, `${E2E_URL}/indexer`, record);
}

/** A company of a test's own enters the network, and its name the vault. It has no session with the vault. */
export async function admitOwn(stage: Stage, company: DemoCompany): Promise<Actor> {
  const operator = actor(stage, "operator");
  const admitted = actorFor(company, stage.provider, "", stage.record);
  const { scheme, number, name, roles } = company;
  const identity = identityHash(scheme, number);
  const today = await new Clock(stage.provider).today();
  await settled(operator.ledger.admit(admitted.address, identity, bitsFromRoles(roles), today + KYC_DAYS));
  await operator.vault.waitForBlock(await stage.provider.getBlockNumber());
  await operator.vault.putName(identity, { account: admitted.address, name: name.en, nameZh: name.zh, scheme, number });
  return admitted;
}

interface Confirmed {
  number: string;
  /** Minor units. */
  face: bigint;
  /** From the chain's today to the due day. */
  days: number;
  /** By its index in the rulebook; CNY when it is not said. */
  currency?: number;
}

/** A receivable of a test's own, confirmed and entered in the registry. @returns its id and due day. */
export async function confirmOwn(
  { provider }: Stage,
  creditor: Actor,
  obligor: Actor,
  { number, face, days, currency = CNY }: Confirmed,
): Promise<{ id: bigint; dueDay: number }> {
  const today = await new Clock(provider).today();
  const dueDay = today + days;
  const year = new Date(today * 86_400_000).getUTCFullYear();
  const terms = {
    ...{ obligor: obligor.address, invoiceKey: invoiceKey(number, year), face, dueDay },
    ...{ currency, documentRoot: hashOf(number) },
  };
  const id = await creditor.ledger.register.staticCall(terms);
  await settled(creditor.ledger.register(terms));
  await settled(obligor.ledger.confirm(creditor.address, terms, POLICY));
  await settled(creditor.ledger.recordRegistryEntry(sliceId(id, 0n), hashOf(`entry ${number}`), today));
  return { id, dueDay };
}
