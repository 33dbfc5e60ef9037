import { expect } from "chai";
import { id as hashOf, toBeHex } from "ethers";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { TestToken__factory } from "../../../types/contracts/index.js";
import { ownDesks } from "../../helpers/deskActs.ts";
import { DECISION, govern } from "../../helpers/governance.ts";
import { loaderOf } from "../../helpers/loader.ts";
import { confirmedReceivable, type Network, sliceId, startDay, termsFor } from "../../helpers/network.ts";
import { idOf } from "../../helpers/signConfirmation.ts";
import { threeHolders } from "../../helpers/threeHolders.ts";
import { tryToken } from "../../helpers/tryToken.ts";

const FACE = 10_000_000n;
const FAR = 5_000_000_000;
const DOCUMENT = hashOf("an order");
const GRACE_DAYS = 3;
const EUR = 2;
const HASH = /^0x[0-9a-f]{48}$/;

interface Metadata {
  name: string;
  description: string;
  image: string;
  attributes: { trait_type: string; value: string }[];
}

function decode(uri: string, type: string): string {
  const head = `data:${type};base64,`;
  if (!uri.startsWith(head)) throw new Error(`no ${type}: ${uri.slice(0, 40)}`);
  return Buffer.from(uri.slice(head.length), "base64").toString("utf8");
}

/** What a wallet reads: the JSON, its traits by name, and the picture. */
async function read({ ledger }: Pick<Network, "ledger">, slice: bigint) {
  const metadata: Metadata = JSON.parse(decode(await ledger.tokenURI(slice), "application/json"));
  const traits = Object.fromEntries(metadata.attributes.map(({ trait_type, value }) => [trait_type, value]));
  return { metadata, traits, svg: decode(metadata.image, "image/svg+xml") };
}

async function stateOf(net: Network, slice: bigint) {
  return (await read(net, slice)).traits.State;
}

function isoDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

describe("Metadata: tokenURI", () => {
  const load = loaderOf((net) => threeHolders(net));

  it("reverts for an id that is none, in the middle of a slice, merged or paid", async () => {
    const net = await load();
    const { ledger, settlementDesk, supplier, obligor, id, head, last } = net;
    const cut = sliceId(id, 6_000_000n);
    await ledger.connect(supplier).split(head, [1_000_000n]);
    await ledger.connect(supplier).merge(head, cut);
    await startDay(net, net.dueDay);
    await settlementDesk.connect(obligor).pay(id, [last]);
    for (const unknown of [0n, sliceId(id, 1n), cut, last, head | (1n << 48n)])
      await expect(ledger.tokenURI(unknown)).to.be.revertedWithCustomError(ledger, "Slices_Unknown").withArgs(unknown);
  });

  it("says face, range, due day, state and hops in JSON that names nothing else", async () => {
    const net = await load();
    const { id, middle, dueDay } = net;
    const { metadata, traits } = await read(net, middle);
    const due = isoDay(dueDay);
    expect(Object.keys(metadata)).to.deep.equal(["name", "description", "image", "attributes"]);
    expect(metadata.name).to.equal(`CNY 20,000.00 due ${due}`);
    expect(metadata.description).to.equal(
      "Cents 7000000 to 8999999 of 10000000 of a confirmed receivable. The obligor owes them on the due day to whoever holds this slice.",
    );
    expect(traits).to.deep.equal({
      Receivable: toBeHex(id, 24),
      Face: "CNY 20,000.00",
      Range: "7000000 to 8999999 of 10000000",
      Due: due,
      State: "confirmed",
      Hops: "1",
    });
    expect(traits.Receivable).to.match(HASH);
  });

  it("draws a well-formed picture with the same five lines and the slice's place among the cents", async () => {
    const net = await load();
    const { svg, traits } = await read(net, net.middle);
    expect(XMLValidator.validate(svg)).to.equal(true);
    const picture = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" }).parse(svg).svg;
    const lines = picture.text.map((line: { "#text": string | number }) => String(line["#text"]));
    expect(lines.slice(0, 4)).to.deep.equal([traits.Face, `due ${traits.Due}`, traits.State, `cents ${traits.Range}`]);
    expect(svg).to.include(`>${traits.Receivable}</text>`);
    const [, whole, part] = picture.rect;
    expect([whole.x, whole.width]).to.deep.equal(["40", "320"]);
    expect([part.x, part.width]).to.deep.equal([String(40 + 224), "64"]);
    expect(Object.keys(picture).sort()).to.deep.equal(["fill", "font-family", "rect", "text", "viewBox", "xmlns"]);
  });

  it("shows a sliver as one line, and the whole as the whole bar", async () => {
    const net = await load();
    const { ledger, supervisor, last } = net;
    await ledger.connect(supervisor).freeze(last, FACE - 1n, FACE, 1, DOCUMENT, FAR);
    const sliver = await read(net, sliceId(net.id, FACE - 1n));
    expect(sliver.svg).to.include('<rect x="359" y="150" width="1"');
    expect(sliver.traits.Face).to.equal("CNY 0.01");
    expect(sliver.traits.Range).to.equal("9999999 to 9999999 of 10000000");
    const { slice } = await confirmedReceivable(net, { number: "whole" });
    expect((await read(net, slice)).svg).to.include('<rect x="40" y="150" width="320"');
  });

  it("writes amounts with their digits, grouped: cents, thousands, the largest, and a currency without cents", async () => {
    const net = await load();
    const { ledger, supplier, obligor, operator } = net;
    const yen = await new TestToken__factory(operator).deploy("Test JPY", "tJPY", 0);
    const code = "0x4a5059";
    const currency = {
      token: await yen.getAddress(),
      tokenDecimals: 0,
      minorDigits: 0,
      dayCount: 0,
      dayBase: 360,
      code,
    };
    await tryToken(net, yen);
    await govern(net, ledger.interface.encodeFunctionData("addCurrency", [currency, DECISION]));
    const cases = [
      [1, 100n, "CNY 1.00"],
      [1, 99_999n, "CNY 999.99"],
      [1, 100_000n, "CNY 1,000.00"],
      [EUR, 100_000_005n, "EUR 1,000,000.05"],
      [1, 2n ** 48n - 1n, "CNY 2,814,749,767,106.55"],
      [3, 100n, "JPY 100"],
      [3, 1_002_003n, "JPY 1,002,003"],
    ] as const;
    for (const [index, face, text] of cases) {
      const terms = await termsFor(net, { number: text, currency: index, face });
      await ledger.connect(supplier).register(terms);
      await ledger.connect(obligor).confirm(supplier.address, terms, 1);
      const { traits } = await read(net, sliceId(await idOf(net, terms), 0n));
      expect(traits.Face).to.equal(text);
    }
  });

  it("has no place for a stranger's text: what parties give are hashes, and none of them is shown", async () => {
    const net = await load();
    const { ledger, supplier, obligor, terms, head } = net;
    const uri = await ledger.tokenURI(head);
    const { metadata, svg } = await read(net, head);
    const shown = `${uri}${JSON.stringify(metadata)}${svg}`.toLowerCase();
    const given = [terms.invoiceKey, terms.documentRoot, supplier.address, obligor.address].map(String);
    for (const each of given) expect(shown).not.to.include(each.slice(2).toLowerCase());
    expect(svg).not.to.match(/<script|href|foreignObject|on\w+=/i);
  });
});

describe("Metadata: states", () => {
  const load = loaderOf((net) => threeHolders(net));

  it("confirmed, offered, confirmed again", async () => {
    const net = await load();
    const { ledger, supplier, cautious, head, middle } = net;
    expect(await stateOf(net, head)).to.equal("confirmed");
    await ledger.connect(supplier).transfer(head, cautious.address, FAR);
    expect([await stateOf(net, head), await stateOf(net, middle)]).to.deep.equal(["offered", "confirmed"]);
    await ledger.connect(cautious).accept(head);
    expect([await stateOf(net, head), (await read(net, head)).traits.Hops]).to.deep.equal(["confirmed", "1"]);
  });

  it("due from the due day on, an open offer or not, overdue after the days of grace", async () => {
    const net = await load();
    const { ledger, supplier, cautious, id, head, middle, dueDay, outsider } = net;
    await ledger.connect(supplier).transfer(head, cautious.address, FAR);
    const expected = [
      [dueDay - 1, ["offered", "confirmed"]],
      [dueDay, ["due", "due"]],
      [dueDay + GRACE_DAYS, ["due", "due"]],
      [dueDay + GRACE_DAYS + 1, ["overdue", "overdue"]],
    ] as const;
    for (const [day, states] of expected) {
      await startDay(net, day);
      expect([await stateOf(net, head), await stateOf(net, middle)]).to.deep.equal(states);
    }
    await ledger.connect(outsider).reportOverdue(id);
    expect(await stateOf(net, middle)).to.equal("overdue");
  });

  it("frozen before anything else, also when due, overdue and paid into", async () => {
    const net = await load();
    const { ledger, settlementDesk, obligor, supervisor, id, middle, last, dueDay } = net;
    await ledger.connect(supervisor).freeze(middle, 7_000_000n, 9_000_000n, 1, DOCUMENT, FAR);
    for (const day of [dueDay - 1, dueDay, dueDay + GRACE_DAYS + 1]) {
      await startDay(net, day);
      expect(await stateOf(net, middle)).to.equal("frozen");
    }
    await settlementDesk.connect(obligor).pay(id, []);
    expect([await stateOf(net, middle), await stateOf(net, last)]).to.deep.equal(["frozen", "paid"]);
    await ledger.connect(supervisor).release([middle], DOCUMENT);
    expect(await stateOf(net, middle)).to.equal("paid");
  });
});

describe("Metadata: states that desks make", () => {
  const load = loaderOf(ownDesks);

  it("locked, frozen above it, confirmed again; retired for good", async () => {
    const net = await load();
    const { desk, officer, head, headWord, middle, middleWord, dueDay } = net;
    await desk.lockByDesk(head, headWord);
    await desk.retireByDesk(middle, middleWord);
    const states = async () => [await stateOf(net, head), await stateOf(net, middle)];
    expect(await states()).to.deep.equal(["locked", "retired"]);
    await officer.freeze(head, 0, 7_000_000n, 1, DOCUMENT, FAR);
    expect(await states()).to.deep.equal(["frozen", "retired"]);
    await officer.release([head], DOCUMENT);
    await startDay(net, dueDay + GRACE_DAYS + 1);
    expect(await states()).to.deep.equal(["locked", "retired"]);
    await desk.unlockByDesk(head);
    expect(await states()).to.deep.equal(["overdue", "retired"]);
  });

  it("paid in part within the days of grace, overdue after them, and paid", async () => {
    const net = await load();
    const { settling, id, middle, last, dueDay } = net;
    await startDay(net, dueDay);
    expect(await stateOf(net, middle)).to.equal("due");
    await settling.bindSettlement(id);
    for (const [day, state] of [
      [dueDay + 1, "paid in part"],
      [dueDay + GRACE_DAYS, "paid in part"],
      [dueDay + GRACE_DAYS + 1, "overdue"],
    ] as const) {
      await startDay(net, day);
      expect(await stateOf(net, middle)).to.equal(state);
    }
    await settling.redeem(id, [last]);
    expect(await stateOf(net, middle)).to.equal("paid");
  });

  it("in default, written off, and paid nevertheless; a lock and a freeze show through", async () => {
    const net = await load();
    const { desk, settling, officer, id, head, headWord, middle, last } = net;
    await desk.lockByDesk(head, headWord);
    await officer.freeze(last, 9_000_000n, FACE, 1, DOCUMENT, FAR);
    const states = async () => [await stateOf(net, head), await stateOf(net, middle), await stateOf(net, last)];
    await net.declareDefault();
    expect(await states()).to.deep.equal(["locked", "in default", "frozen"]);
    await settling.bindSettlement(id);
    expect(await states()).to.deep.equal(["locked", "in default", "frozen"]);
    await officer.writeOff(id, DOCUMENT);
    expect(await states()).to.deep.equal(["locked", "written off", "frozen"]);
    await settling.redeem(id, [head]);
    expect([await stateOf(net, middle), await stateOf(net, last)]).to.deep.equal(["paid", "frozen"]);
  });

  it("says so by BatchMetadataUpdate where all slices read differently, once", async () => {
    const net = await load();
    const { ledger, settling, officer, id, dueDay } = net;
    const says = async (tx: Promise<unknown>) =>
      expect(tx).to.emit(ledger, "BatchMetadataUpdate").withArgs(sliceId(id, 0n), sliceId(id, FACE));
    await startDay(net, dueDay);
    await says(settling.bindSettlement(id));
    await expect(settling.bindSettlement(id)).not.to.emit(ledger, "BatchMetadataUpdate");
    await startDay(net, dueDay + 31);
    await says(ledger.reportOverdue(id));
    await says(ledger.declareDefault(id));
    await says(officer.writeOff(id, DOCUMENT));
  });

  it("says so when all is paid of what was paid in part, once: also of what was in default", async () => {
    const net = await load();
    const { ledger, settling, id, middle, last } = net;
    await net.declareDefault();
    await settling.bindSettlement(id);
    expect(await stateOf(net, middle)).to.equal("in default");
    await expect(settling.redeem(id, []))
      .to.emit(ledger, "BatchMetadataUpdate")
      .withArgs(sliceId(id, 0n), sliceId(id, FACE));
    expect(await stateOf(net, middle)).to.equal("paid");
    await expect(settling.redeem(id, [last])).not.to.emit(ledger, "BatchMetadataUpdate");
  });
});

describe("Metadata: interfaces and ERC-4906", () => {
  const load = loaderOf((net) => threeHolders(net));

  it("answers ERC-165 for itself, ERC-721, its metadata and ERC-4906, and for nothing else", async () => {
    const { ledger } = await load();
    const ids = { erc165: "0x01ffc9a7", erc721: "0x80ac58cd", metadata: "0x5b5e139f", erc4906: "0x49064906" };
    for (const [name, each] of Object.entries(ids)) expect(await ledger.supportsInterface(each), name).to.equal(true);
    const others = ["0xffffffff", "0x780e9d63", "0x2a55205a", "0x00000000"];
    for (const each of others) expect(await ledger.supportsInterface(each), each).to.equal(false);
  });

  it("says by MetadataUpdate whose range or state changed under the same holder", async () => {
    const { ledger, supervisor, supplier, cautious, stranger, id, head, middle } = await load();
    const by = ledger.connect(supplier);
    const officer = ledger.connect(supervisor);
    const right = sliceId(id, 6_000_000n);
    const steps = [
      [() => by.split(head, [1_000_000n]), [head]],
      [() => by.merge(head, right), [head]],
      [() => by.splitAndTransfer(head, [{ to: stranger.address, amount: 1_000_000n }], 0), [head]],
      [() => by.transfer(head, cautious.address, FAR), [head]],
      [() => by.endOffer(head), [head]],
      [
        () => officer.freeze(head, 5_000_000n, 8_000_000n, 1, DOCUMENT, FAR),
        [head, sliceId(id, 5_000_000n), right, middle],
      ],
      [() => officer.release([middle], DOCUMENT), [middle]],
    ] as const;
    const { topicHash } = ledger.interface.getEvent("MetadataUpdate");
    for (const [step, slices] of steps) {
      const receipt = await (await step()).wait();
      const said = (receipt?.logs ?? [])
        .filter(({ topics }) => topics[0] === topicHash)
        .map(({ data }) => BigInt(data));
      expect([...new Set(said)]).to.deep.equal(slices);
    }
  });

  it("leaves a change of holder to ERC-721's Transfer", async () => {
    const { ledger, supplier, stranger, cautious, head, middle, second } = await load();
    await ledger.connect(supplier).transfer(head, cautious.address, FAR);
    for (const [tx, from, to, slice] of [
      [ledger.connect(second).transfer(middle, stranger.address, 0), second, stranger, middle],
      [ledger.connect(cautious).accept(head), supplier, cautious, head],
    ] as const) {
      await expect(tx).to.emit(ledger, "Transfer").withArgs(from.address, to.address, slice);
      await expect(tx).not.to.emit(ledger, "MetadataUpdate");
    }
  });

  it("says by BatchMetadataUpdate, over the whole face, when all slices read differently", async () => {
    const net = await load();
    const { ledger, settlementDesk, supervisor, obligor, id, head, last, dueDay } = net;
    const officer = ledger.connect(supervisor);
    const says = async (tx: Promise<unknown>) =>
      expect(tx).to.emit(ledger, "BatchMetadataUpdate").withArgs(sliceId(id, 0n), sliceId(id, FACE));
    await says(officer.hold(id, DOCUMENT));
    await says(officer.endHold(id));
    await startDay(net, dueDay + GRACE_DAYS + 1);
    await says(ledger.reportOverdue(id));
    await says(settlementDesk.connect(obligor).pay(id, [head]));
    await expect(settlementDesk.payOut(id, [last])).not.to.emit(ledger, "BatchMetadataUpdate");
  });
});
