import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { receivableHex } from "./registration.ts";
import { useText } from "./text.ts";

interface AlreadyRegisteredProps {
  id: bigint;
  standing: "registered" | "taken";
  buyerName: string;
  /** Registered a moment ago, here: the outcome, not a refusal. */
  isNew: boolean;
}

export function AlreadyRegistered({ id, standing, buyerName, isNew }: AlreadyRegisteredProps) {
  const t = useText();
  return (
    <Callout
      tone={isNew ? "positive" : "warning"}
      title={t(isNew ? "registeredNow.title" : "already.title")}
      live
      actions={
        <Link to="/receivables/$id" params={{ id: receivableHex(id) }} className={buttonClass("secondary", "sm")}>
          {t("already.open")}
        </Link>
      }
    >
      {isNew ? t("registeredNow.advice", { buyer: buyerName }) : t(`already.${standing}`)}
    </Callout>
  );
}
