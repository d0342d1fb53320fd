// What one written token can look like, tried in this order at a place in the text.
// Every repetition is bounded, so that no input makes the scan slower than linear.

const WORD = String.raw`\p{L}\p{M}\p{N}_\p{Cf}`;
const OPEN_END = String.raw`(?![${WORD}])`;
const TOP = "com|org|net|gov|edu|mil|int|info|biz|io|tv|eu|uk|us|ru|de|fr|cn|jp|ir|il|in|au|ca";
const FILE = "docx?|xlsx?|pptx?|pdf|txt|html?|php|aspx?|jpe?g|png|gif|zip|exe|csv|mp[34]|wav|url";

/** A token pattern; `name` tells the splitter what to do with the match. */
export interface TokenPattern {
  readonly name: "address" | "mark" | "number" | "initials" | "word" | "smiley" | "run" | "other";
  readonly pattern: RegExp;
}

const sticky = (name: TokenPattern["name"], source: string): TokenPattern => ({ name, pattern: new RegExp(source, "uy") });

/** Tokens that may begin with anything; tried before the others. */
export const ADDRESSES: readonly TokenPattern[] = [
  sticky("address", String.raw`(?:(?:https?|ftp|HTTPS?|Https?):\/\/|mailto:|www\.|WWW\.)[^\s<>"“”]{1,4096}`),
  sticky("address", String.raw`[\p{L}\p{N}_+.%=~\-]{1,64}@[\p{L}\p{N}_\-]{1,63}(?:\.[\p{L}\p{N}_\-]{1,63}){0,6}`),
  sticky(
    "address",
    String.raw`(?:[A-Za-z0-9\-]{1,63}\.){1,5}(?:${TOP}|(?:${TOP.toUpperCase()})|Com|Net|Org)(?:\/[^\s<>"“”]{0,2000})?${OPEN_END}(?!\.\p{L})`,
  ),
  sticky("address", String.raw`[\p{L}\p{N}_][\p{L}\p{N}_#~\-]{0,80}(?:\.[\p{L}\p{N}_\-]{1,40}){0,3}\.(?:${FILE}|${FILE.toUpperCase()})${OPEN_END}`),
  sticky("address", String.raw`[a-z]{2,20}(?:\.[a-z][a-z\-]{1,20}){2,6}${OPEN_END}`),
];

/** What every address holds: an at sign, a scheme, a known ending behind a full stop, or two full stops between lower-case names. */
export const ADDRESS_SIGN = new RegExp(String.raw`@|:\/\/|mailto:|www\.|\.(?:${TOP}|${FILE})${OPEN_END}|[a-z]{2}\.[a-z][a-z\-]{1,20}\.[a-z]`, "iu");

/** Tokens that begin with a digit, a sign or a point before a digit. */
export const NUMBERS: readonly TokenPattern[] = [
  sticky("number", String.raw`\d{4}-\d\d-\d\d(?:T[\d:.Z+\-]{1,25})?${OPEN_END}`),
  sticky("number", String.raw`(?:\d{1,4}[\/.\-])?\d{3}[.\-]\d{3}[.\-]\d{4}${OPEN_END}`),
  sticky("number", String.raw`\d{1,4}(?:(?:\/\d{1,4}){2,3}|(?:-\d{1,4}){2,3})${OPEN_END}`),
  sticky("number", String.raw`(?:\d{3}\/)?\d{3}-\d{4}${OPEN_END}(?![\/\-])`),
  sticky("number", String.raw`(?:1[0-2]|0?[1-9])\/(?:[12]\d|3[01]|0[1-9]|[5-9])${OPEN_END}(?![\/\-])`),
  sticky("number", String.raw`\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?`),
  sticky("number", String.raw`\d{2,4}['’]s${OPEN_END}`),
  sticky("number", String.raw`\+?\d{1,60}(?:[.,]\d{1,60}){0,20}`),
  sticky("number", String.raw`\.\d{1,60}`),
  sticky("number", String.raw`['’]\d\ds?${OPEN_END}`),
];

/** Tokens that begin with a letter. */
export const WORDS: readonly TokenPattern[] = [
  sticky("initials", String.raw`\p{L}(?:\.\p{L}){1,8}(?:\.(?=\p{Lu}\p{Ll})|\.?(?![${WORD}]))`),
  sticky("word", String.raw`\p{Lu}{1,4}&(?:\p{Lu}{1,4}|[A-Z][a-z]?)${OPEN_END}`),
  sticky("word", String.raw`\p{Lu}{1,3}\$`),
  sticky("word", String.raw`(?:[bB]\/[cC]|[wW]\/[oO]|[nN]\/[aA])${OPEN_END}`),
  sticky("word", String.raw`[${WORD}](?:[${WORD}]|['’\x60]\p{L}){0,255}`),
];

/** Tokens of signs. The last one takes any character with what combines with it. */
export const SIGNS: readonly TokenPattern[] = [
  sticky("smiley", String.raw`(?:>?[:;=][\-o'^]?[)(\]\[DPp\/\\|*]{1,4}|[(\[][\-^]?[:;=]|\^_+\^|<3)(?![\p{L}\p{N}\/])`),
  sticky("mark", String.raw`[@#][\p{L}_][\p{L}\p{N}_]{1,63}`),
  sticky("run", String.raw`\.[?!]{1,64}(?!\.)|\.{2,64}|…{1,64}\.?`),
  sticky("run", String.raw`[?!]{1,64}`),
  sticky("run", String.raw`(?:''|’’|‘’|‘‘|,,|\x60\x60|<<|>>|""|[<\-]-{0,64}>|<-)`),
  sticky("word", String.raw`['’](?:em|til|cause|n)${OPEN_END}`),
  sticky("run", String.raw`[\-=*_~#+|>{}<]{2,256}`),
  sticky("run", String.raw`\${2,64}|([\p{P}\p{S}])\1{2,255}`),
  sticky("other", String.raw`\p{RI}{2}|[^](?:[\p{M}\u{1F3FB}-\u{1F3FF}\u{E0020}-\u{E007F}]|\u200D\p{So}){0,32}`),
];
