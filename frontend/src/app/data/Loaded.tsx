import type { ReactNode } from "react";
import { ErrorState } from "../../ui/ErrorState.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { registerMessages } from "../i18n/registerMessages.ts";
import en from "./messages.en.json";
import zh from "./messages.zh-CN.json";
import { ServerError } from "./server.ts";

const useText = registerMessages("data", { en, "zh-CN": zh });

interface Query<Data> {
  data: Data | undefined;
  error: Error | null;
  refetch: () => unknown;
}

interface LoadedProps<Data> {
  query: Query<Data>;
  children: (data: Data) => ReactNode;
}

/** Shows what a query gave, or that it is on its way, or why it failed. What was loaded before stays while it is read anew. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  const t = useText();
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return <Skeleton label={t("loading")} />;
  const kind = query.error instanceof ServerError && query.error.code === "Unreachable" ? "unreachable" : "failed";
  const detail = kind === "failed" ? query.error.message : undefined;
  return (
    <ErrorState
      title={t(`${kind}.title`)}
      advice={t(`${kind}.advice`)}
      detail={detail}
      onRetry={() => void query.refetch()}
    />
  );
}
