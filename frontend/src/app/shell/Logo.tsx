/** Two halves of one split tally stick: the notches match. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className="size-7 shrink-0">
      <path
        className="fill-accent"
        d="M7 3h7v5l-2.5 2.5L14 13v3l-2.5 2.5L14 21v3l-2.5 2.5L14 29H7zM18 3h7v26h-7l-2.5-2.5L18 24v-3l-2.5-2.5L18 16v-3l-2.5-2.5L18 8z"
      />
    </svg>
  );
}
