import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { Loaded } from "../../app/data/Loaded.tsx";
import { type Freeze, type Hold, useFreezesInForce, useHoldsInForce } from "../../app/data/queries/legalOrders.ts";
import { useLedgerClock } from "../../app/data/useLedgerClock.ts";
import { useMe } from "../../app/session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Page } from "../../ui/Page.tsx";
import { Section } from "../../ui/Section.tsx";
import { EndHoldReview } from "./EndHoldReview.tsx";
import { FreezeEditor } from "./FreezeEditor.tsx";
import { FreezeTable } from "./FreezeTable.tsx";
import { HoldEditor } from "./HoldEditor.tsx";
import { HoldTable } from "./HoldTable.tsx";
import { ReleaseEditor } from "./ReleaseEditor.tsx";
import { useText } from "./text.ts";

type Open = { act: "freeze" | "hold" } | { act: "release"; freeze: Freeze } | { act: "endHold"; hold: Hold };

/** Cents under a legal order: what is in force, and the supervisor's acts. */
export function LegalOrdersScreen() {
  const t = useText();
  const navigate = useNavigate();
  const { receivable = "" } = useSearch({ from: "/supervise/orders" });
  const clock = useLedgerClock();
  const mayAct = useMe().roles.includes("supervisor");
  const freezes = useFreezesInForce();
  const holds = useHoldsInForce(clock?.timestamp);
  const [open, setOpen] = useState<Open | null>(receivable === "" ? null : { act: "freeze" });
  const close = () => {
    setOpen(null);
    if (receivable !== "") void navigate({ to: "/supervise/orders", replace: true });
  };
  return (
    <Page
      title={t("title")}
      lead={t("lead")}
      actions={
        mayAct && (
          <>
            <Button onClick={() => setOpen({ act: "hold" })}>{t("hold.open")}</Button>
            <Button variant="primary" onClick={() => setOpen({ act: "freeze" })}>
              {t("freeze.open")}
            </Button>
          </>
        )
      }
    >
      <Section title={t("freezes.title")} description={t("freezes.description")}>
        <Loaded query={freezes}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={t("freezes.none")}>{t("freezes.noneText")}</EmptyState>
            ) : (
              <FreezeTable
                rows={rows}
                onRelease={mayAct ? (freeze) => setOpen({ act: "release", freeze }) : undefined}
              />
            )
          }
        </Loaded>
      </Section>
      <Section title={t("holds.title")} description={t("holds.description")}>
        <Loaded query={holds}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={t("holds.none")} />
            ) : (
              <HoldTable rows={rows} onEnd={mayAct ? (hold) => setOpen({ act: "endHold", hold }) : undefined} />
            )
          }
        </Loaded>
      </Section>
      {open?.act === "freeze" && clock && <FreezeEditor asked={receivable} clock={clock} onClose={close} />}
      {open?.act === "hold" && <HoldEditor onClose={close} />}
      {open?.act === "release" && (
        <ReleaseEditor freeze={open.freeze} all={freezes.data ?? []} timestamp={clock?.timestamp} onClose={close} />
      )}
      {open?.act === "endHold" && <EndHoldReview hold={open.hold} onClose={close} />}
    </Page>
  );
}
