import { TextField, type TextFieldProps } from "./TextField.tsx";

/** A day as YYYY-MM-DD; `min` and `max` take the same form. */
export function DateField(props: Omit<TextFieldProps, "type">) {
  return <TextField {...props} type="date" />;
}
