// DEV: fits the vote. node src/vote.tmp.ts [write]
import { createHash } from "node:crypto";
import { writeFileSync, readFileSync, existsSync } from "node:fs";
import { loadGold, type GoldSet } from "./eval/gold.ts";
import { matchClaims } from "./eval/match.ts";
import { analysesOf } from "./eval/reader.ts";
import { unvoted } from "./reading/read.ts";
import { loadKnowledge } from "./reading/knowledge.ts";
import { FEATURES } from "./reading/learned/features.ts";
import { weigh } from "./reading/learned/votes.ts";
const isKept = (id: string): boolean => createHash("sha1").update(id).digest()[0]! % 4 === 0;
const knowledge = loadKnowledge("knowledge");
const extra = process.argv.includes("fresh") ? readFileSync("/tmp/dev/learn/coded.gold.fresh.jsonl","utf8").trim().split("\n").map(l=>JSON.parse(l)) : [];
const gold: any[] = [...loadGold("/work/shared", "items.dev"), ...loadGold("/work/shared", "items.train").filter((d) => isKept(d.id)), ...extra];
async function rowsOf(gold: any[]) {
  const as = await analysesOf(gold as any);
  const docs = as.map((a: any, i: number) => {
    const all = unvoted(a, knowledge, "dev");
    return { all, gold: gold[i].claims };
  });
  return docs;
}
const docs = await rowsOf(gold);
const X: number[][] = [], Y: number[] = [], D: number[] = [];
docs.forEach((d: any, i: number) => {
  const right = new Set(matchClaims(d.gold, d.all.map((x: any) => x.claim)).map(p => p.predicted));
  d.all.forEach((x: any, j: number) => { X.push([...x.features]); Y.push(right.has(j) ? 1 : 0); D.push(i); });
});
function fit(idx: number[], l2 = 1): number[] {
  const k = FEATURES.length; let w = new Array(k).fill(0);
  for (let it = 0; it < 25; it++) {
    const g = new Array(k).fill(0), H = Array.from({ length: k }, () => new Array(k).fill(0));
    for (const i of idx) { const p = weigh(X[i]!, w), r = p * (1 - p); for (let a = 0; a < k; a++) { g[a] += (Y[i]! - p) * X[i]![a]!; for (let b = 0; b < k; b++) H[a]![b]! += r * X[i]![a]! * X[i]![b]!; } }
    for (let a = 0; a < k; a++) { g[a] -= l2 * w[a]; H[a]![a]! += l2; }
    const s = solve(H, g); w = w.map((v, a) => v + s[a]!);
  }
  return w;
}
function solve(A: number[][], b: number[]): number[] {
  const n = b.length, M = A.map((r, i) => [...r, b[i]!]);
  for (let c = 0; c < n; c++) { let p = c; for (let r = c; r < n; r++) if (Math.abs(M[r]![c]!) > Math.abs(M[p]![c]!)) p = r; [M[c], M[p]] = [M[p]!, M[c]!];
    for (let r = 0; r < n; r++) if (r !== c) { const f = M[r]![c]! / M[c]![c]!; for (let k = c; k <= n; k++) M[r]![k]! -= f * M[c]![k]!; } }
  return M.map((r, i) => r[n]! / r[i]!);
}
const N = gold.reduce((t, d) => t + d.claims.length, 0);
const P = new Array(X.length).fill(0);
for (let f = 0; f < 5; f++) { const w = fit(X.map((_, i) => i).filter(i => D[i]! % 5 !== f)); X.forEach((x, i) => { if (D[i]! % 5 === f) P[i] = weigh(x, w); }); }
const frameTP = Y.filter((y, i) => y && X[i]![1] === 0).length, frameN = X.filter(x => x[1] === 0).length;
const f1 = (tp: number, n: number) => `P ${(tp / n).toFixed(3)} R ${(tp / N).toFixed(3)} F ${(2 * tp / (n + N)).toFixed(3)}`;
console.log("frames", f1(frameTP, frameN), "all", f1(Y.reduce((a, b) => a + b, 0), X.length), "N", N);
let best = [0, 0];
for (let th = 0.2; th <= 0.7; th += .05) { const on = P.map((p, i) => p >= th ? i : -1).filter(i => i >= 0); const tp = on.filter(i => Y[i]).length; const F = 2 * tp / (on.length + N); if (F > best[1]!) best = [th, F]; console.log(th.toFixed(2), f1(tp, on.length), "model claims", on.filter(i => X[i]![1]).length, "right", on.filter(i => X[i]![1] && Y[i]).length); }
let ece = 0; for (let b = 0; b < 10; b++) { const on = P.map((p, i) => p >= b / 10 && p < (b + 1) / 10 && p >= .3 ? i : -1).filter(i => i >= 0); if (on.length) { const acc = on.filter(i => Y[i]).length / on.length, c = on.reduce((t, i) => t + P[i], 0) / on.length; ece += Math.abs(acc - c) * on.length / P.filter(p => p >= .3).length; } }
console.log("ECE (cv)", ece.toFixed(3));
const w = fit(X.map((_, i) => i));
console.log(FEATURES.map((f, i) => `${f} ${w[i]!.toFixed(2)}`).join("; "));
const least = Number(process.argv.find(a => a.startsWith("least="))?.slice(6) ?? best[0]);
if (process.argv.includes("write")) writeFileSync("knowledge/reading/votes.tsv", ["# feature, weight; fitted by npm run calibrate on text that the network has not seen", ...FEATURES.map((f, i) => `${f}\t${w[i]!.toFixed(4)}`), `least\t${least.toFixed(2)}`, ""].join("\n"));
