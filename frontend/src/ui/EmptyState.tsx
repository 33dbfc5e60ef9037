import { Inbox, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface EmptyStateProps {
  icon?: LucideIcon;
  title: string;
  /** What will appear here, and how. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon: Icon = Inbox, title, children, action }: EmptyStateProps) {
  return (
    <div
      data-testid="empty-state"
      className="card grid justify-items-center gap-2 border-dashed px-6 py-10 text-center"
    >
      <Icon aria-hidden className="size-7 text-muted" />
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-prose text-pretty text-muted">{children}</div>}
      {action}
    </div>
  );
}
