// What somebody is taken to have said, construction by construction.
import { describe, expect, it } from "vitest";
import { saidIn } from "./said.fixture.ts";

const NOWAK = "Jan NNP nsubj<said | Nowak NNP flat<Jan | said=say VBD root";

/** The lines of one sentence. */
function lines(notation: string): readonly string[] {
  return saidIn([notation]).lines;
}

describe("what is said", () => {
  it("is what somebody is accused of, as a clause or as a noun", () => {
    expect(
      lines(
        "Poland NNP nsubj<accused | accused=accuse VBD root | Norway NNP obj<accused | of IN case<breach | a DT det<breach | breach NN obl<accused",
      ),
    ).toEqual(["Poland: of a breach"]);
  });

  it("is what somebody is criticised or thanked for doing, not what he is criticised over", () => {
    const criticised = (reason: string): string =>
      `Poland NNP nsubj<criticised | criticised=criticise VBD root | Norway NNP obj<criticised | ${reason}`;
    expect(lines(criticised("for IN mark<arming | arming=arm VBG advcl<criticised | rebels=rebel NNS obj<arming"))).toEqual([
      "Poland: for arming rebels",
    ]);
    expect(lines(criticised("for IN mark<armed | having=have VBG aux<armed | armed=arm VBN advcl<criticised | rebels=rebel NNS obj<armed"))).toEqual([
      "Poland: for having armed rebels",
    ]);
    expect(lines(criticised("over IN case<raid | the DT det<raid | raid NN obl<criticised"))).toEqual([]);
  });

  it("is what something is called, not what is called so", () => {
    expect(
      lines("Poland NNP nsubj<calls | calls=call VBZ root | the DT det<move | move NN obj<calls | a DT det<breach | breach NN xcomp<calls"),
    ).toEqual(["Poland: a breach"]);
    expect(
      lines(
        "Poland NNP nsubj<condemned | condemned=condemn VBD root | the DT det<raid | raid NN obj<condemned | as IN case<breach | a DT det<breach | breach NN obl<condemned",
      ),
    ).toEqual(["Poland: as a breach"]);
  });

  it("is a report that is denied, and no access that is refused", () => {
    expect(lines("Norway NNP nsubj<denied | denied=deny VBD root | a DT det<sale | sale NN obj<denied")).toEqual(["Norway: a sale"]);
    expect(
      lines("Norway NNP nsubj<denied | denied=deny VBD root | visas=visa NNS obj<denied | to IN case<officials | officials=official NNS nmod<visas"),
    ).toEqual([]);
    expect(lines("Norway NNP nsubj<denied | denied=deny VBD root | Poland NNP iobj<denied | a DT det<sale | sale NN obj<denied")).toEqual([]);
  });

  it("is partly quoted", () => {
    expect(
      lines(
        `${NOWAK} | it PRP nsubj<ready | was=be VBD cop<ready | “<ready | ready JJ ccomp<said | to TO mark<sign | sign VB xcomp<ready | ”<ready | .<said`,
      ),
    ).toEqual(["Jan Nowak: it was “ready to sign”"]);
  });

  it("ends where another clause of the narrator's is set beside it", () => {
    const beside =
      "while IN mark<condemned | Poland NNP nsubj<condemned | condemned=condemn VBD advcl<sold | the DT det<sale | sale NN obj<condemned";
    expect(lines(`${NOWAK} | Norway NNP nsubj<sold | sold=sell VBD ccomp<said | ships=ship NNS obj<sold | ${beside}`)).toEqual([
      "Jan Nowak: Norway sold ships",
    ]);
  });

  it("does not hold what the speaker goes on to do, although parsers tie it there", () => {
    const notation =
      "Norway NNP nsubj<says | says=say VBZ root | the DT det<truce | truce NN nsubj<end | may MD aux<end | end VB ccomp<says | and CC cc<urges | urges=urge VBZ conj<end | Poland NNP obj<urges | to TO mark<wait | wait VB xcomp<urges";
    const { lines: said, attributions } = saidIn([notation]);
    expect(said).toEqual(["Norway: the truce may end", "Norway: to wait"]);
    expect(attributions.map(({ asks }) => asks === true)).toEqual([false, true]);
  });

  it("is what somebody else is asked to do, not what one wants to do oneself", () => {
    expect(lines("Norway NNP nsubj<wants | wants=want VBZ root | Poland NNP obj<wants | to TO mark<sign | sign VB xcomp<wants")).toEqual([
      "Norway: to sign",
    ]);
    expect(lines("Norway NNP nsubj<wants | wants=want VBZ root | to TO mark<sign | sign VB xcomp<wants")).toEqual([]);
  });

  it("is asked for with a clause of its own subject: called for Poland to sign", () => {
    expect(
      lines("Norway NNP nsubj<called | called=call VBD root | for IN mark<sign | Poland NNP nsubj<sign | to TO mark<sign | sign VB advcl<called"),
    ).toEqual(["Norway: for Poland to sign"]);
  });

  it("is told, not asked, where a warning has a that-clause", () => {
    const warned = (clause: string): string => `Norway NNP nsubj<warned | warned=warn VBD root | Poland NNP obj<warned | ${clause}`;
    expect(saidIn([warned("to TO mark<wait | wait VB xcomp<warned")]).attributions[0]?.asks).toBe(true);
    expect(
      saidIn([warned("that IN mark<lapse | the DT det<pact | pact NN nsubj<lapse | may MD aux<lapse | lapse VB ccomp<warned")]).attributions[0]?.asks,
    ).toBeUndefined();
  });

  it("stands before a cue behind a comma that parsers tie to its last noun", () => {
    expect(
      lines(
        "Norway NNP nsubj<sold | sold=sell VBD root | the DT det<ships | ships=ship NNS obj<sold | ,<announced | Poland NNP nsubj<announced | announced=announce VBD acl<ships | .<sold",
      ),
    ).toEqual(["Poland: Norway sold the ships"]);
  });

  it("is nothing where a colon parts the cue from what stands before it", () => {
    expect(
      lines(
        "Both DT det<sides | sides=side NNS nsubj<traded | traded=trade VBD root | charges=charge NNS obj<traded | :<complaining | Poland NNP nsubj<complaining | complaining=complain VBG parataxis<traded",
      ),
    ).toEqual([]);
  });

  it("is nobody's where the document itself asserts it", () => {
    expect(lines("Norway NNP nsubj<sold | sold=sell VBD root | the DT det<ships | ships=ship NNS obj<sold | .<sold")).toEqual([]);
  });
});
