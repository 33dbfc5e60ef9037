/** Classes of the inbox's lines: words, money and the one thing to do. Amounts stand below one another, whatever the buttons say. */
export const ROWS = "card divide-y divide-line sm:grid sm:grid-cols-[1fr_auto_auto]";
export const ROW = "flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:col-span-3 sm:grid sm:grid-cols-subgrid";
export const MONEY = "sm:col-start-2 sm:justify-self-end";
/** On a phone at the right, where the thumb is. */
export const ACTION = "ms-auto sm:col-start-3";
