/** What a colour means. Never the only carrier of the meaning: words or an icon stand beside it. */
export type Tone = "neutral" | "accent" | "positive" | "warning" | "danger";

export const TONE_SOFT: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-ink",
  accent: "bg-accent-soft text-accent",
  positive: "bg-positive-soft text-positive",
  warning: "bg-warning-soft text-warning",
  danger: "bg-danger-soft text-danger",
};
