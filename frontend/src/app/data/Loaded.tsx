import type { ReactNode } from "react";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useCommonText } from "../i18n/useCommonText.ts";
import { faultOf } from "./faultOf.ts";

export interface Answer<Data> {
  data: Data | undefined;
  error: Error | null;
  refetch: () => unknown;
}

interface LoadedProps<Data> {
  query: Answer<Data>;
  children: (data: Data) => ReactNode;
  /** How tall it is while it loads. */
  lines?: number | undefined;
}

/** Shows what a query gave, or that it is on its way, or why it failed. What was loaded before stays while it is read anew. */
export function Loaded<Data>({ query, children, lines }: LoadedProps<Data>) {
  const t = useCommonText();
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Skeleton label={t("ui.loading")} lines={lines} />;
  const kind = faultOf(query.error);
  const detail = kind === "failed" ? query.error.message : undefined;
  return (
    <ErrorState
      title={t(`unanswered.${kind}.title`)}
      advice={t(`unanswered.${kind}.advice`)}
      detail={detail}
      onRetry={() => void query.refetch()}
    />
  );
}
