// Who says what, by which cue; content, nouns, heads, speakers, quotations and headlines have their own tests.
import { describe, expect, it } from "vitest";
import type { SceneParts } from "../scene/scene.fixture.ts";
import { PARTS, saidIn } from "./said.fixture.ts";

const SOLD = "Norway NNP nsubj<sold | sold=sell VBD ccomp<said | the DT det<ships | ships=ship NNS obj<sold";
const NOWAK = "Jan NNP nsubj<said | Nowak NNP flat<Jan";

describe("by somebody's own account", () => {
  it("that party says the clause", () => {
    const sold = SOLD.replace(" ccomp<said", " root").replaceAll("<said", "<sold");
    const notation = `By IN case<account | its PRP$ nmod:poss<account | own JJ amod<account | account NN obl<sold | ,<sold | ${sold} | .<sold`;
    expect(saidIn(["Poland NNP nsubj<spoke | spoke=speak VBD root | .<spoke", notation.replace("its PRP$", "Poland NNP")]).lines.at(-1)).toMatch(
      /^Poland: .*Norway sold the ships/,
    );
  });
});

describe("a reporting verb", () => {
  it("in the passive, is said by whoever stands behind the by, or by nobody", () => {
    const told = (by: string): string =>
      `They PRP nsubj:pass<told | were=be VBD aux:pass<told | told=tell VBN root |${by} that IN mark<sold | ${SOLD.replace("ccomp<said", "ccomp<told")} | .<told`;
    expect(saidIn([told(" by IN case<Jan | Jan NNP obl:agent<told | Nowak NNP flat<Jan |")]).lines).toEqual([
      "Jan Nowak: that Norway sold the ships",
    ]);
    expect(saidIn([told("")]).lines).toEqual([]);
  });

  it("behind a comma, is said by whoever does what stands before it", () => {
    const notation = `${NOWAK.replaceAll("said", "opposed")} | opposed=oppose VBD root | the DT det<ban | ban NN obj<opposed | ,<saying | saying=say VBG acl<ban | that IN mark<sold | ${SOLD.replace("<said", "<saying")} | .<opposed`;
    expect(saidIn([notation]).lines).toEqual(["Jan Nowak: that Norway sold the ships"]);
  });

  it("that asks, is marked as asking", () => {
    const notation = `${NOWAK.replaceAll("said", "urged")} | urged=urge VBD root | Poland NNP obj<urged | to TO mark<sign | sign VB xcomp<urged | .<urged`;
    const { attributions, lines } = saidIn([notation]);
    expect(lines).toEqual(["Jan Nowak: to sign"]);
    expect(attributions[0]?.asks).toBe(true);
  });

  it("takes the person behind an office, and later the office for the person", () => {
    const first = `The DT det<minister | minister NN nsubj<said | ,<Jan | Jan NNP appos<minister | Nowak NNP flat<Jan | ,<minister | said=say VBD root | that IN mark<sold | ${SOLD} | .<said`;
    const second = `The DT det<minister | minister NN nsubj<said | said=say VBD root | that IN mark<sold | ${SOLD} | .<said`;
    expect(saidIn([first, second]).lines.map((line) => line.split(":")[0])).toEqual(["Jan Nowak [minister]", "Jan Nowak [minister]"]);
  });

  it("takes nobody who spoke before for a noun of figures alone", () => {
    const first = `${NOWAK} | said=say VBD root | that IN mark<sold | ${SOLD} | .<said`;
    const second = `The DT det<1980s | 1980s=1980 NNS nsubj<showed | showed=show VBD root | that IN mark<sold | ${SOLD.replace("<said", "<showed")} | .<showed`;
    expect(saidIn([first, second]).lines.map((line) => line.split(":")[0])).toEqual(["Jan Nowak", "1980s"]);
  });

  it("takes the name of a medium, with its kind as the role", () => {
    const notation = `The DT det<agency | Tavo NNP compound<agency | news NN compound<agency | agency NN nsubj<said | said=say VBD root | that IN mark<sold | ${SOLD} | .<said`;
    expect(saidIn([notation]).lines).toEqual(["Tavo [news agency]: that Norway sold the ships"]);
  });

  it("takes the head of a body that is known for the person who has spoken", () => {
    const first = `${NOWAK} | said=say VBD root | that IN mark<sold | ${SOLD} | .<said`;
    const second = (article: string): string =>
      `The DT det<head | head NN nsubj<said | of IN case<company | ${article} DT det<company | company NN nmod<head | said=say VBD root | that IN mark<sold | ${SOLD} | .<said`;
    expect(saidIn([first, second("the")]).lines.at(-1)).toBe("Jan Nowak: that Norway sold the ships");
    expect(saidIn([first, second("a")]).lines.at(-1)).toBe("head of a company: that Norway sold the ships");
  });

  it("takes the name behind its kind", () => {
    const notation = `Energy NN compound<company | company NN nsubj<said | Volta NNP appos<company | said=say VBD root | that IN mark<sold | ${SOLD} | .<said`;
    expect(saidIn([notation]).lines).toEqual(["Volta [Energy company]: that Norway sold the ships"]);
  });

  it("is not told by the person whose lawyer speaks", () => {
    const notation = `Jan NNP nmod:poss<lawyer | Nowak NNP flat<Jan | 's POS case<Jan | lawyer NN nsubj<said | said=say VBD root | that IN mark<sold | ${SOLD} | .<said`;
    expect(saidIn([notation]).lines).toEqual(["Jan Nowak's lawyer: that Norway sold the ships"]);
  });

  it("reports its clause", () => {
    const { lines, attributions } = saidIn([`${NOWAK} | said=say VBD root | that IN mark<sold | ${SOLD} | .<said`]);
    expect(lines).toEqual(["Jan Nowak: that Norway sold the ships"]);
    expect(attributions[0]).toMatchObject({ denies: false, source: { cue: "said" }, span: { start: 0, end: 9 } });
  });

  it("reports the clause before it", () => {
    expect(saidIn([`${SOLD} | ,<said | ${NOWAK} | said=say VBD root | .<said`]).lines).toEqual(["Jan Nowak: Norway sold the ships"]);
  });

  it("in the midst of a sentence, reports what it interrupts", () => {
    const notation =
      "Norway NNP nsubj<sold | ,<said | Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD parataxis<sold | ,<said | sold=sell VBD root | the DT det<ships | ships=ship NNS obj<sold | .<sold";
    const [attribution] = saidIn([notation]).attributions;
    expect(attribution?.source.name).toBe("Jan Nowak");
    expect([...(attribution?.content ?? [])].toSorted((a, b) => a - b)).toEqual([0, 6, 7, 8, 9]);
  });

  it("that announces a noun answers for the noun", () => {
    const notation =
      "Norway NNP nsubj<announced | announced=announce VBD root | the DT det<sale | sale NN obj<announced | of IN case<ships | ships=ship NNS nmod<sale | .<announced";
    expect(saidIn([notation]).lines).toEqual(["Norway: the sale of ships"]);
  });

  it("without anything said is none", () => {
    expect(saidIn([`${NOWAK} | said=say VBD root | nothing NN obj<said | .<said`]).lines).toEqual([]);
  });

  it("that denies says so", () => {
    const notation =
      "Norway NNP nsubj<denied | denied=deny VBD root | that IN mark<sold | it PRP nsubj<sold | sold=sell VBD ccomp<denied | ships=ship NNS obj<sold | .<denied";
    const { attributions, lines } = saidIn([notation]);
    expect(lines).toEqual(["Norway: that it sold ships"]);
    expect(attributions[0]?.denies).toBe(true);
  });

  it("accused of: the accuser says what the other did", () => {
    const notation =
      "Poland NNP nsubj<accused | accused=accuse VBD root | Norway NNP obj<accused | of IN mark<breaking | breaking=break VBG advcl<accused | the DT det<treaty | treaty NN obj<breaking | .<accused";
    expect(saidIn([notation]).lines).toEqual(["Poland: of breaking the treaty"]);
  });

  it("inside another's words is an inner attribution, and stands deeper", () => {
    const notation = `${NOWAK} | said=say VBD root | that IN mark<denied | Ola NNP nsubj<denied | Berg NNP flat<Ola | denied=deny VBD ccomp<said | that IN mark<sold | Norway NNP nsubj<sold | sold=sell VBD ccomp<denied | ships=ship NNS obj<sold | .<said`;
    const { attributions } = saidIn([notation]);
    expect(attributions.map((a) => [a.source.name, a.depth])).toEqual([
      ["Jan Nowak", 1],
      ["Ola Berg", 2],
    ]);
  });
});

describe("according to", () => {
  it("whoever stands behind it answers for the clause", () => {
    const notation =
      "According=accord VBG case<officials | to IN fixed<According | Polish JJ amod<officials | officials=official NNS obl<sold | ,<officials | Norway NNP nsubj<sold | sold=sell VBD root | ships=ship NNS obj<sold | .<sold";
    const [attribution] = saidIn([notation]).attributions;
    expect(attribution?.source).toEqual({ name: "Polish officials", cue: "according to" });
    expect([...(attribution?.content ?? [])].toSorted((a, b) => a - b)).toEqual([5, 6, 7, 8]);
  });
});

describe("the speaker", () => {
  it("is a person, with the office as role", () => {
    const notation = `Polish JJ amod<Minister | Defence NN compound<Minister | Minister=minister NNP nmod:desc<Jan | Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root | ${SOLD} | .<said`;
    expect(saidIn([notation]).lines).toEqual(["Jan Nowak [Polish Defence Minister]: Norway sold the ships"]);
  });

  it("is each of several who say it together", () => {
    const notation = `Jan NNP nsubj<said | Nowak NNP flat<Jan | and CC cc<Ola | Ola NNP conj<Jan | Berg NNP flat<Ola | said=say VBD root | ${SOLD} | .<said`;
    expect(saidIn([notation]).attributions.map((a) => a.source.name)).toEqual(["Jan Nowak", "Ola Berg"]);
  });

  it("that has no name keeps its indefinite article, and loses a definite one", () => {
    const official = (article: string): string =>
      `${article} DT det<official | defence NN compound<official | official NN nsubj<said | said=say VBD root | ${SOLD} | .<said`;
    expect(saidIn([official("A")]).attributions[0]?.source.name).toBe("A defence official");
    expect(saidIn([official("The")]).attributions[0]?.source.name).toBe("defence official");
  });

  it("is who a pronoun stands for, and none where that cannot be told", () => {
    const he = `He PRP nsubj<said | said=say VBD root | ${SOLD} | .<said`;
    const before = "Jan NNP nsubj<left | Nowak NNP flat<Jan | left=leave VBD root | .<left";
    const known: SceneParts = { ...PARTS, parties: { ...PARTS.parties, "Jan Nowak": { kind: "person", form: "person", via: "Jan Nowak" } } };
    expect(saidIn([before, he], known).attributions.map((a) => a.source.name)).toEqual(["Jan Nowak"]);
    expect(saidIn([he]).attributions).toEqual([]);
  });

  it("is the body behind a website, which is the channel", () => {
    const notation = `${SOLD} | ,<said | the DT det<website | Polish NNP amod<Ministry | Defence NNP compound<Ministry | Ministry NNP compound<website | website NN nsubj<said | said=say VBD root | .<said`;
    const parts: SceneParts = { parties: { "Polish Defence Ministry": { id: "POL", name: "Poland", form: "body", via: "Polish Defence Ministry" } } };
    expect(saidIn([notation], parts).lines).toEqual(["Polish Defence Ministry (website): Norway sold the ships"]);
  });

  it("is the body itself where it speaks", () => {
    const notation = `The DT det<Ministry | Polish NNP amod<Ministry | Defence NNP compound<Ministry | Ministry NNP nsubj<said | said=say VBD root | ${SOLD} | .<said`;
    const parts: SceneParts = { parties: { "Polish Defence Ministry": { id: "POL", name: "Poland", form: "body", via: "Polish Defence Ministry" } } };
    expect(saidIn([notation], parts).attributions[0]?.source.name).toBe("Polish Defence Ministry");
  });
});

describe("the channel", () => {
  it("is the medium that is told", () => {
    const notation = `${NOWAK.replaceAll("<said", "<told")} | told=tell VBD root | state NN compound<television | television NN iobj<told | that IN mark<sold | ${SOLD.replace("ccomp<said", "ccomp<told")} | .<told`;
    expect(saidIn([notation]).lines).toEqual(["Jan Nowak (state television): that Norway sold the ships"]);
  });

  it("is the medium that carried the remarks", () => {
    const notation = `${NOWAK} | said=say VBD root | ,<remarks | in IN case<remarks | remarks=remark NNS obl<said | carried=carry VBN acl<remarks | by IN case<agencies | Polish JJ amod<agencies | news NN compound<agencies | agencies=agency NNS obl:agent<carried | ,<remarks | that IN mark<sold | ${SOLD} | .<said`;
    expect(saidIn([notation]).lines).toEqual(["Jan Nowak (Polish news agencies): that Norway sold the ships"]);
  });

  it("is no person who is told", () => {
    const notation = `${NOWAK.replaceAll("<said", "<told")} | told=tell VBD root | Ola NNP iobj<told | Berg NNP flat<Ola | that IN mark<sold | ${SOLD.replace("ccomp<said", "ccomp<told")} | .<told`;
    expect(saidIn([notation]).lines).toEqual(["Jan Nowak: that Norway sold the ships"]);
  });
});

describe("a quotation that goes on", () => {
  const quoted = "“<sold | It PRP nsubj<sold | sold=sell VBD root | tanks=tank NNS obj<sold | .<sold | ”<sold";
  const plain = "It PRP nsubj<sold | sold=sell VBD root | tanks=tank NNS obj<sold | .<sold";

  it("goes on with the speaker of the sentence before, as far as it stays in quotation marks", () => {
    const { attributions } = saidIn([`${NOWAK} | said=say VBD root | ${SOLD} | .<said`, quoted, quoted, plain]);
    expect(attributions.map((a) => [a.sentence, a.source.name])).toEqual([
      [0, "Jan Nowak"],
      [1, "Jan Nowak"],
      [2, "Jan Nowak"],
    ]);
  });

  it("has no speaker where nobody spoke right before", () => {
    expect(saidIn([`${NOWAK} | said=say VBD root | ${SOLD} | .<said`, plain, quoted]).attributions.map((a) => a.sentence)).toEqual([0]);
  });
});

describe("what is said", () => {
  const said = "said=say VBD root";

  it("ends with a semicolon that is not quoted, on either side of the cue", () => {
    const notation = (mark: string): string =>
      `${NOWAK} | ${said} | ${mark}<sold | ${SOLD} | ;<sold | Poland NNP nsubj<waited | waited=wait VBD parataxis<sold | ${mark}<sold | .<said`;
    expect(saidIn([notation(",")]).lines).toEqual(["Jan Nowak: Norway sold the ships"]);
    expect(saidIn([notation('"')]).lines[0]).toContain("Poland waited");
  });

  it("is told by the phrase right before a cue, which parsers tie to what is said", () => {
    const apposed = `${SOLD} | ,<participant | a DT det<participant | participant NN appos<ships | in IN case<talks | the DT det<talks | talks=talk NNS nmod<participant | ${said} | .<said`;
    expect(saidIn([apposed]).lines).toEqual(["a participant in the talks: Norway sold the ships"]);
    const inserted = `Norway NNP nsubj<sold | ,<Norway | officials=official NNS nsubj<sold | ${said} | ,<said | sold=sell VBD ccomp<said | ships=ship NNS obj<sold | .<said`;
    expect(saidIn([inserted]).lines[0]).toMatch(/^officials: Norway/);
  });

  it("is told by people who are cited and by whoever reports it", () => {
    const notation = `Tavo NNP nsubj<said | ${said} | ,<citing | citing=cite VBG advcl<said | two CD nummod<diplomats | diplomats=diplomat NNS obj<citing | ,<citing | that IN mark<sold | ${SOLD} | .<said`;
    expect(saidIn([notation]).lines).toEqual(["Tavo: that Norway sold the ships", "two diplomats: that Norway sold the ships"]);
    expect(saidIn([notation.replaceAll("diplomats=diplomat", "diplomats=delay")]).lines).toEqual(["Tavo: that Norway sold the ships"]);
  });

  it("according to somebody behind a comma is the whole sentence", () => {
    const notation = (mark: string): string =>
      `Norway NNP nsubj<asked | asked=ask VBD root | Poland NNP obj<asked | to TO mark<sell | sell VB xcomp<asked | ships=ship NNS obj<sell |${mark} according=accord VBG case<Nowak | to IN fixed<according | Nowak NNP obl<sell | .<asked`;
    expect(saidIn([notation(" ,<Nowak |")]).lines.at(-1)).toBe("Nowak: Norway asked Poland to sell ships");
    expect(saidIn([notation("")]).lines.at(-1)).toBe("Nowak: to sell ships");
  });

  it("is no declaring of something, which does it", () => {
    const notation = "Norway NNP nsubj<declares | declares=declare VBZ root | a DT det<ban | ban NN obj<declares | .<declares";
    expect(saidIn([notation]).lines).toEqual([]);
    expect(saidIn([notation.replaceAll("declares=declare", "declares=announce")]).lines).toEqual(["Norway: a ban"]);
  });

  it("is not what somebody argues who refuses something", () => {
    const notation = (comma: string): string =>
      `Norway NNP nsubj<denied | denied=deny VBD root |${comma} selling=sell VBG advcl<denied | ships=ship NNS obj<selling | .<denied`;
    expect(saidIn([notation("")]).lines).toEqual(["Norway: selling ships"]);
    expect(saidIn([notation(" ,<selling |")]).lines).toEqual([]);
  });
});
