import {
  IDENTITY_SCHEMES,
  type IdentityScheme,
  isIdentityScheme,
  isValidIdentifier,
  normaliseIdentifier,
} from "../../domain/identifiers.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useText } from "./text.ts";

interface NumberFieldsProps {
  scheme: IdentityScheme;
  number: string;
  onChange: (change: { scheme?: IdentityScheme; number?: string }) => void;
  error: string | undefined;
}

/** Kind and number of an organisation, checked while it is typed. */
export function NumberFields({ scheme, number, onChange, error }: NumberFieldsProps) {
  const t = useText();
  const isSound = isValidIdentifier(scheme, number);
  return (
    <>
      <SelectField
        label={t("admit.scheme")}
        value={scheme}
        options={IDENTITY_SCHEMES.map((value) => ({ value, label: t(`scheme.${value}`) }))}
        onChange={({ target }) => isIdentityScheme(target.value) && onChange({ scheme: target.value })}
      />
      <TextField
        label={t("admit.number")}
        hint={isSound ? t("admit.numberSound", { number: normaliseIdentifier(scheme, number) }) : t("admit.numberHint")}
        value={number}
        maxLength={40}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => onChange({ number: target.value })}
        error={error}
      />
    </>
  );
}
