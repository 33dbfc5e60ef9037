import { useId } from "react";
import { useCommonText } from "../../app/i18n/useCommonText.ts";
import { ROLE_BITS, type Role, rolesFromBits } from "../../domain/roles.ts";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { useText } from "./text.ts";

const ALL_ROLES = Object.values(ROLE_BITS).reduce((bits, bit) => bits | bit, 0);

interface RoleFieldsProps {
  roles: readonly Role[];
  onChange: (roles: readonly Role[]) => void;
  error: string | undefined;
}

export function RoleFields({ roles, onChange, error }: RoleFieldsProps) {
  const t = useText();
  const common = useCommonText();
  const errorId = useId();
  return (
    <fieldset className="grid gap-1 sm:col-span-2" aria-describedby={error ? errorId : undefined}>
      <legend className="mb-1 text-sm font-medium">{t("admit.roles")}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {rolesFromBits(ALL_ROLES).map((role) => (
          <Checkbox
            key={role}
            label={common(`role.${role}`)}
            checked={roles.includes(role)}
            onChange={({ target }) =>
              onChange(target.checked ? [...roles, role] : roles.filter((kept) => kept !== role))
            }
          />
        ))}
      </div>
      {error && (
        <p id={errorId} role="alert" className="text-sm text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
