import { Link } from "@tanstack/react-router";
import { buttonClass } from "../../ui/Button.tsx";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./text.ts";

export function RegistryMissing() {
  const t = useText();
  return (
    <Callout
      tone="warning"
      title={t("registry.title")}
      actions={
        <Link to="/slices" className={buttonClass("secondary", "sm")}>
          {t("registry.link")}
        </Link>
      }
    >
      {t("registry.advice")}
    </Callout>
  );
}
