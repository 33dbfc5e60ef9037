import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isAboutAny, type News, refreshIndexed } from "./news.ts";

const LONG = ["index", "slices", "in all"];
const SHORT = ["index", "offers"];

const newsOf = (kinds: string[], receivables: string[] = []): News => ({
  kinds: new Set(kinds),
  receivables: new Set(receivables),
});

describe("what a new block has read anew", () => {
  let queries: QueryClient;
  let reads: Record<"long" | "short", number>;
  const leave: (() => void)[] = [];

  const watch = (concernedBy: ((news: News) => boolean) | undefined, name: "long" | "short", queryKey: string[]) => {
    const queryFn = () => Promise.resolve(++reads[name]);
    const meta = concernedBy && { concernedBy };
    const observer = new QueryObserver(queries, { queryKey, queryFn, ...(meta && { meta }), staleTime: 60_000 });
    const stop = observer.subscribe(() => undefined);
    leave.push(stop);
    return stop;
  };
  const settle = () => expect.poll(() => queries.isFetching()).toBe(0);

  beforeEach(async () => {
    queries = new QueryClient();
    reads = { long: 0, short: 0 };
    watch(isAboutAny(["0xa1", "0xa2"]), "long", LONG);
    watch(undefined, "short", SHORT);
    await settle();
  });
  afterEach(() => {
    for (const stop of leave.splice(0)) stop();
    queries.clear();
  });

  it("is everything but what the news leave as it was", async () => {
    await refreshIndexed(queries, Date.now(), async () => newsOf(["sliceSplit"], ["0xb7"]));
    await settle();
    expect(reads).toEqual({ long: 1, short: 2 });
  });
  it("is what the news concern", async () => {
    await refreshIndexed(queries, Date.now(), async () => newsOf(["sliceSplit"], ["0xb7", "0xa2"]));
    await settle();
    expect(reads).toEqual({ long: 2, short: 2 });
  });
  it("is everything when there is too much news, or none to be had", async () => {
    await refreshIndexed(queries, Date.now(), async () => null);
    await settle();
    expect(reads).toEqual({ long: 2, short: 2 });
    await refreshIndexed(queries, Date.now(), () => Promise.reject(new Error("no index")));
    await settle();
    expect(reads).toEqual({ long: 3, short: 3 });
  });
  it("does not wait for the news where nothing depends on them", async () => {
    void refreshIndexed(queries, Date.now(), () => new Promise<News>(() => undefined));
    await expect.poll(() => reads.short).toBe(2);
    expect(reads.long).toBe(1);
  });
  it("is not what was read since the index told of the block", async () => {
    await refreshIndexed(queries, Date.now() - 60_000, async () => newsOf(["sliceSplit"], ["0xa2"]));
    await settle();
    expect(reads).toEqual({ long: 1, short: 1 });
  });
  it("asks for no news while nobody looks at what they concern; that is read when it is looked at again", async () => {
    leave[0]?.();
    let asked = 0;
    const count = () => {
      asked += 1;
      return Promise.resolve(newsOf([]));
    };
    await refreshIndexed(queries, Date.now(), count);
    expect(asked).toBe(0);
    watch(isAboutAny(["0xa1"]), "long", LONG);
    await settle();
    expect(reads.long).toBe(2);
  });
});
