import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useAlerts } from "../../app/data/queries/alerts.ts";
import { Callout } from "../../ui/Callout.tsx";
import { useText } from "./useText.ts";

const SECONDS_A_WEEK = 7n * 86_400n;

/** The supervisor's: how many alerts the last days brought. @param timestamp The chain's second. */
export function NewAlerts({ timestamp }: { timestamp: bigint }) {
  const t = useText();
  // A week counted from when the page was opened: not read anew with every block.
  const [after] = useState(timestamp - SECONDS_A_WEEK);
  const { data } = useAlerts({ after }, 1);
  if (!data || data.total === 0) return null;
  return (
    <Callout tone="warning">
      {t("alerts.new", { count: data.total })}{" "}
      <Link to="/supervise/alerts" className="text-accent underline underline-offset-2">
        {t("alerts.look")}
      </Link>
    </Callout>
  );
}
