import { useDeployment } from "../../app/deployment/useDeployment.ts";
import { useFormat } from "../../app/i18n/useFormat.ts";
import { Card } from "../../ui/Card.tsx";
import { Copyable } from "../../ui/Copyable.tsx";
import { DescriptionList, type Fact } from "../../ui/DescriptionList.tsx";
import { useText } from "./text.ts";

/** Where everything is, as this page has read it from the record. */
export function DeploymentRecord() {
  const t = useText();
  const format = useFormat();
  const { addresses, chainName, chainId, currencies, genesisHash, startBlock } = useDeployment();
  const whole = (value: string) => <Copyable value={value} shown={value} />;
  const facts: Fact[] = [
    { label: t("record.chain"), value: `${chainName} (${chainId})` },
    { label: t("record.genesis"), value: whole(genesisHash) },
    { label: t("record.startBlock"), value: format.count(startBlock) },
    ...CONTRACTS.map((name) => ({ label: t(`record.${name}`), value: whole(addresses[name]) })),
    ...currencies.map(({ code, token }) => ({ label: t("record.token", { code }), value: whole(token) })),
  ];
  return (
    <Card>
      <DescriptionList facts={facts} />
    </Card>
  );
}

const CONTRACTS = [
  "ledger",
  "accessManager",
  "settlementDesk",
  "discountDesk",
  "pledgeDesk",
  "recourseDesk",
  "earlyPaymentDesk",
  "exposureBook",
] as const;
