// DEVELOPMENT ONLY. node src/budget.tmp.ts SET [open|kept] [acts]: error budget. "open" = the three quarters of items.train that may be read; "kept" = totals only.
import { createHash } from "node:crypto";
import { loadGold, type GoldSet } from "./eval/gold.ts";
import { openReader } from "./eval/reader.ts";
import { matchClaims, samePlace } from "./eval/match.ts";
import { score } from "./eval/score.ts";
import { writeFileSync } from "node:fs";
const [set, part = "all", acts] = process.argv.slice(2) as [GoldSet, string?, string?];
const isKept = (id: string): boolean => createHash("sha1").update(id).digest()[0]! % 4 === 0;
const shared = process.env.PACTA_SHARED ?? "../shared";
const gold = loadGold(shared, set).filter((d) => part === "all" || isKept(d.id) === (part === "kept"));
const readings = await (await openReader())(gold);
const overlap = (a: any, b: any) => Math.min(a.end, b.end) > Math.max(a.start, b.start);
const s = score(gold, readings as any);
const f3 = (x: number) => x.toFixed(3);
console.log(`${set} ${part}: P ${f3(s.claims.p)} R ${f3(s.claims.r)} F1 ${f3(s.claims.f1)} n ${s.claims.n}; silent ${s.silent.right}/${s.silent.n}`);
console.log(Object.entries(s.slots).map(([k, v]: any) => `${k} ${f3(v.f1)} (P ${f3(v.p)} R ${f3(v.r)} n ${v.n})`).join("; "));
const tally = new Map<string, number>(); const byAct = new Map<string, Map<string, number>>();
const rows: any[] = [];
const names = (ps: any) => (ps ?? []).map((p: any) => p.id ?? p.name);
gold.forEach((g, i) => {
  const r: any = readings[i]; const pairs = matchClaims(g.claims as any, r.claims);
  const mg = new Set(pairs.map(p => p.gold)), mp = new Set(pairs.map(p => p.predicted));
  for (const p of pairs) {
    const a: any = g.claims[p.gold], b: any = r.claims[p.predicted];
    const diff: any = {};
    if (JSON.stringify(names(a.actors).sort()) !== JSON.stringify(names(b.actors).sort())) diff.actors = [names(a.actors), names(b.actors)];
    if (JSON.stringify(names(a.targets).sort()) !== JSON.stringify(names(b.targets).sort())) diff.targets = [names(a.targets), names(b.targets)];
    for (const k of ["mode", "object", "place", "reason"]) if ((a[k] ?? "") !== (b[k] ?? "")) diff[k] = [a[k], b[k]];
    for (const k of ["sources", "items", "money", "time"]) { const x = JSON.stringify(a[k] ?? null), y = JSON.stringify(b[k] ?? null); if (x !== y) diff[k] = [a[k], b[k]]; }
    rows.push({ kind: "matched", id: g.id, act: a.act, rule: b.rule, ev: b.evidence.quote, diff });
  }
  g.claims.forEach((c: any, j: number) => {
    if (mg.has(j)) return;
    const placed = r.claims.filter((p: any) => samePlace(c, p)); const near = r.claims.filter((p: any) => overlap(c.evidence, p.evidence));
    const ab = r.abstained.filter((a: any) => overlap(a, c.evidence));
    let why = "nothing";
    if (placed.some((p: any) => p.act === c.act)) why = "same act+place, party wrong or used";
    else if (near.some((p: any) => p.act === c.act)) why = "same act, place wrong";
    else if (ab.some((a: any) => a.act === c.act)) why = "abstained same act: " + ab.find((a: any) => a.act === c.act).reason;
    else if (placed.length) why = "other act claimed";
    else if (ab.some((a: any) => a.act)) why = "abstained other act";
    tally.set(why, (tally.get(why) ?? 0) + 1);
    const m = byAct.get(c.act) ?? new Map(); m.set(why, (m.get(why) ?? 0) + 1); byAct.set(c.act, m);
    rows.push({ kind: "missed", id: g.id, why, act: c.act, actors: names(c.actors), targets: names(c.targets), mode: c.mode, neg: c.negated, ev: g.text.slice(c.evidence.start, c.evidence.end), text: g.text, claimed: placed.map((p: any) => `${p.act} ${p.rule} ${names(p.actors)}->${names(p.targets)}`), abstained: ab.map((a: any) => `${a.act}/${a.reason}`) });
  });
  r.claims.forEach((p: any, j: number) => {
    if (mp.has(j)) return;
    const same = g.claims.filter((c: any) => samePlace(c as any, p));
    let why = g.claims.length === 0 ? "gold silent" : "no gold there";
    if (same.some((c: any) => c.act === p.act)) why = "same act+place, party wrong or dup";
    else if (same.length) why = "other act in gold";
    tally.set("EXTRA " + why, (tally.get("EXTRA " + why) ?? 0) + 1);
    rows.push({ kind: "extra", id: g.id, why, act: p.act, rule: p.rule, actors: names(p.actors), targets: names(p.targets), mode: p.mode, ev: p.evidence.quote, text: g.text.slice(0, 700), gold: same.map((c: any) => `${c.act} ${names(c.actors)}->${names(c.targets)}`) });
  });
});
for (const [k, v] of [...tally].sort((a, b) => b[1] - a[1])) console.log(v, k);
if (acts) for (const [a, m] of [...byAct].sort()) console.log(a, JSON.stringify(Object.fromEntries(m)));
if (set !== "items.test" && part !== "kept") writeFileSync(`${process.env.BUDGET ?? "/tmp/dev/six"}/rows.${set}.${part}.jsonl`, rows.map(r => JSON.stringify(r)).join("\n"));
