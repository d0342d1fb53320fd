// Where the sentences of news end. Each case is written with a bar where one ends; the bar is no part of the text.
import { describe, expect, it } from "vitest";
import { loadLexicon } from "./lexicon.ts";
import { paragraphBlocks, tokenize } from "./tokenize.ts";

const lexicon = loadLexicon();

/** The text with a bar at each end of a sentence that is found in it. */
function barred(text: string): string {
  const ends = tokenize(text, paragraphBlocks(text), lexicon).map((sentence) => sentence.end);
  return [0, ...ends].map((end, i) => text.slice(end, ends[i])).join("|");
}

const CASES: Readonly<Record<string, readonly string[]>> = {
  datelines: [
    "LISBON (Reuters) —| Portugal signed a gas contract with Algeria on Monday.| The price was not disclosed.|",
    "TEHRAN, Iran, Jan. 20 (AP) -| The minister left for Moscow.| Talks follow.|",
    "GENEVA, Sept. 3 —| Delegates met for a third day.| No text was agreed.|",
    "WASHINGTON, D.C. (AP) --| The Senate approved the sale.|",
    "ST. PETERSBURG, Russia (AP) —| Two shipyards will share the order.|",
    "U.N. HEADQUARTERS, N.Y., Oct. 9 (Xinhua) --| The council met.| It adjourned.|",
    "Brussels, 12 March 2014.| The council extended the measures.|",
    "NORLAND - THE ISLAND STATE - has signed.|",
    "UNICEF - the agency for children - objected.|",
    "The ban holds.| KABUL, Afghanistan (AP) —| Nobody objected.|",
    "Ankara (dpa) – Turkey has frozen the talks.|",
  ],
  "titles and ranks": [
    "Gen. Ana Prado met Lt. Gen. Otto Berg.| They spoke for an hour.|",
    "Lt.-Gen. Otto Berg and Maj.-Gen. R. Lind toured the yard.|",
    "The bill of Rep. Jane Doe (D-Calif.) was passed.| Sen. John Roe (R-Tex.) opposed it.|",
    "Adm. Prado, Col. Berg, Capt. Lind and Sgt. Ek were aboard.|",
    "Prime Minister Dr. Li and Mr. Roe signed.| Mrs. Roe did not.|",
    "Prof. Lind told Amb. Ek that Gov. Doe had agreed.|",
    "Messrs. Roe and Doe left.|",
    "GEN. ROE AND LT. EK MET IN THE U.S.| RUSSIA SAID NOTHING.|",
    "Brig. Gen. Roe (ret.) denied it.|",
    "The envoy, Alhaji Sir A. Bello Jr., declined to comment.|",
  ],
  initials: [
    "George W. Bush met J. D. Lind in May.| They agreed.|",
    "J.R.R. Roe of B.A.E. Systems signed.| He left.|",
    "It was sold to A. P. Lind.| The price was low.|",
    "Vitamin C.| It was not shipped.|",
    "The order went to Plan B.| Nobody objected.|",
    "World War I.| It changed the border.|",
  ],
  "states and organisations": [
    "The U.S. Navy ordered ten ships.|",
    "The tanks went to the U.S.| The deal ended there.|",
    "Nobody told the U.S.| Russia said so on Monday.|",
    "The U.S. State Department approved it.|",
    "The U.S. Embassy in Kiev denied it.| The U.S. Senate did not.|",
    "U.S. President Doe and U.K. Prime Minister Roe met.|",
    "Talks moved from the U.K. to the U.A.E. in March.|",
    "He left the U.N.| In March he joined the E.U. staff.|",
    "The U.N. Security Council voted.| Russia abstained.|",
    "They trade with the U.S.| However, tariffs rose.|",
    "It lies in Washington, D.C.| Officials met there.|",
  ],
  companies: [
    "Lind Inc. and Roe Co. Ltd. merged.| Ek Corp. did not bid.|",
    "The contract went to Lind Inc.| The ministry confirmed it.|",
    "It hired Roe & Sons Ltd.| Shares rose.|",
    "Berg Bros. of Oslo, Lind S.A. and Roe p.l.c. bid.|",
    "Arex Corp. President Ana Prado signed the deal.|",
    "The buyer is Norland Steel Co.| The seller is unknown.|",
  ],
  numbers: [
    "Resolution No. 1929 and No. 2 of the annex apply.|",
    "Was there a deal?| No.| They left.|",
    "It cost about $1.5 billion.| The U.S. paid 3.2 percent.|",
    "Art. 5 and Sec. 3(b), paras. 2-4, apply.| See p. 12 and vol. 2.|",
    "They delivered 36 jets in 2014.| 12 more followed.|",
    "It was sold for No. 10's approval.|",
    "The price fell to 3.| The buyers left.|",
    "The ban began on Sept. 11, 2001.| It ended on Aug. 3.|",
    "Sanctions took effect on Jan. 16.| Oil fell.|",
    "The talks ended in Dec.| Iran refused.|",
    "It opened on Tues., Feb. 2, in Rome.|",
    "Prices rose from approx. 200 to 300 vs. 150 a year ago.|",
  ],
  "times of day": [
    "Talks began at 9 a.m. and ended at 5 p.m. on Monday.|",
    "Talks ended at 5 p.m.| The ministers left.|",
    "Talks began at 9 a.m. Monday in Vienna.|",
    "The pact takes effect at 11 p.m. GMT on Friday.|",
    "They met at 10 a.m.| Iran was absent.|",
  ],
  places: [
    "He flew to St. Petersburg and Ft. Lind near Mt. Ek.|",
    "He left Washington, D.C.| Police are looking for him.|",
    "The plant in Camden, N.J. was sold.| Its owner, of Austin, Tex., left.|",
    "It was built on Main St.| The road is closed.|",
    "The base lies at 5 Ave. Foch.|",
  ],
  quotations: [
    "“We will pay,” the minister said.| “We will not sue.”|",
    "“We will pay.| We will not sue,” he said.|",
    "“Will you sign?” she asked.| Nobody answered.|",
    "“No deal!” he shouted at the envoy.|",
    '"The deal is dead."| The envoy left.|',
    "The minister said: “We have a deal.”| Russia denied it.|",
    "He called it “a pact with the U.S.” and left.|",
    '"We signed," he said.| "They did not."|',
    "“They broke the pact.| They will pay for it.|\n\n“We shall see,” he added.|",
    "She said ‘the ban stays.’| The market fell.|",
    "He asked, “Why now?”| The envoy shrugged.|",
    "Was it “the deal of the century”?| Few agreed.|",
    "The official (who asked not to be named) agreed.| (The ministry did not.)| It paid.|",
    "It was cancelled (see above).| Nobody sued.|",
    "The pact was signed in 1805. [17]| It failed.[18][19]| Nobody [a] knew why [20].| It ended.|",
    "Table 2. Deliveries by year.|",
    "2.1. Deliveries of ships.|",
    "(Reporting by Ana Lind; editing by Otto Ek)|",
  ],
  ellipses: [
    "We waited ... and they never came.|",
    "“We waited...| They never came,” he said.|",
    "The pact is … complicated.|",
    "“The deal … is dead,” he said.|",
    "And then…| Nothing happened.|",
  ],
  "other closing signs": [
    "They signed?!| Nobody believed it.|",
    "What now?| Who pays?| When?|",
    "Sold!| The fleet goes to Chile.|",
    "They asked: will Iran pay?|",
    "Russia refused; Iran sued; the court waited.|",
  ],
  "paragraphs and lines": [
    "Norland cancels ferry order|\n\nThe ministry cancelled the order on Monday.| It gave no reason.|",
    "Ferry order cancelled, ministry says|\n\nBuyer demands $4m|\n\nTalks go on in Oslo.|",
    "A tanker leaves the port of Lind, 3 May 2011|\n\nThe ban begins today.|",
    "Key points:|\n- Iran pays $4m|\n- Russia delivers five ships|\n- Both drop their suits|",
    "• Iran pays|\n• Russia delivers|",
    "1. The parties end the suit.|\n2. Norland pays $4m.|",
    "1) End the suit.| 2) Pay $4m.|",
    "The terms: (a) no suit; (b) no payment.| Both agreed.|",
    "The line breaks\nhere and goes on.| And it ends.|",
    "The first line ends here.|\nThe second follows.|",
  ],
  "unmarked ends, found by weights": [
    "Write to desk@example.org| Our office is closed on Monday.|",
    "The material is deleted.| ========================| Attached please find the terms.|",
    "Olga -| Thanks for the message on the terms.|",
  ],
  "openings in lower case or with a digit": [
    "Arex bought the firm.| eBay and iRobot were not asked.|",
    "They signed the pact.| al-Nur reported it first.|",
    "The ban failed.| de Lind, the envoy, resigned.|",
    "It ended in 2009.| 2010 was calmer.|",
    "They paid in full.| $4m was returned.|",
  ],
  "other abbreviations": [
    "Oil, gas, coal, etc. were exempt.| Steel was not.|",
    "Several goods (e.g. steel, i.e. plate) were exempt.|",
    "Lind et al. v. Roe was settled.|",
    "The S-300 vs. Patriot debate goes on.|",
    "It weighs 5 lbs. and costs 3 cts. a piece.|",
    "The Dept. of Defense and the Assn. of Ports met.|",
    "Approx. 500 tonnes of wheat were sold.|",
    "Ph.D. students and M.P.s protested.|",
    "Spokesman M. Lind, M.P., of Berg & Co., refused.|",
    "Norland vs. Arex: the suit goes on.|",
  ],
};

describe.each(Object.entries(CASES))("%s", (_, cases) => {
  it.each(cases)("%s", (expected) => {
    expect(barred(expected.replaceAll("|", ""))).toBe(expected);
  });
});
