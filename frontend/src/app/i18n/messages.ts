import type { Language } from "./languages.ts";

/** A tree of texts, as in a messages.*.json. */
export interface MessageTree {
  [key: string]: string | MessageTree;
}

type Bare<Key extends string> = Key extends `${infer Base}_one` | `${infer Base}_other` ? Base : Key;

/** Every path of a tree, plural forms as one: "table.caption", "found". */
type MessageKey<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Bare<Key> : `${Key}.${MessageKey<Tree[Key]>}`;
}[keyof Tree & string];

type Values = Readonly<Record<string, string | number>>;

/** Gives the text of a key in the reader's language. `count` picks the plural form. */
export type Translate<Tree> = (key: MessageKey<Tree>, values?: Values) => string;

export type Catalogue<Tree> = Readonly<Record<Language, Tree | MessageTree>> & { readonly en: Tree };
