import type { ChangeDialogProps } from "./change.ts";
import { LimitDialog } from "./LimitDialog.tsx";
import { RolesDialog } from "./RolesDialog.tsx";
import { StandingDialog } from "./StandingDialog.tsx";
import { TermDialog } from "./TermDialog.tsx";

export function ChangeDialog(props: ChangeDialogProps) {
  switch (props.change.action) {
    case "roles":
      return <RolesDialog {...props} />;
    case "term":
      return <TermDialog {...props} />;
    case "limit":
      return <LimitDialog {...props} />;
    default:
      return <StandingDialog {...props} />;
  }
}
