import { type IndexHead, useIndexHead } from "../../app/data/useIndexHead.ts";

/** The block whose state the index shows, with its time; undefined while it is read. */
export function useAsOf(): IndexHead | undefined {
  return useIndexHead().data;
}
