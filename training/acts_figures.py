"""What the network for acts alone gets right of coded sentences: claims found by act, place and a party in common; sides of the claims of gold."""

import numpy as np

from acts import ROLES

HAS_PART, NEAR = 0.3, 2
STEPS = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)


def figures_of(thought, acts):
    """(batch, probabilities of acts, of parts)... -> a line with F1, precision and recall at the best threshold."""
    found, sides = ({key: np.zeros(3) for key in keys} for keys in (STEPS, [(side, step) for side in range(2) for step in STEPS]))
    for b, all_acts, all_parts in thought:
        all_acts, all_parts = all_acts.float().cpu().numpy(), all_parts.float().cpu().numpy()
        for row, told, parts in zip(b["rows"], all_acts, all_parts):
            n = len(row["words"])
            heads = {}
            for mention in row["parties"]:
                heads.setdefault(mention["key"], set()).add(mention["head"])
            likely = lambda word, side: {key: max(float(parts[word, head, side]) for head in words) for key, words in heads.items()}
            for step, tally in found.items():
                tally += claims_in(row, told[:n], likely, step, acts)
            for claim in row["claims"]:
                tally_sides(claim, told, likely, set(heads), acts, sides)
    best = {"claims": best_of(found)} | {role: best_of({step: sides[side, step] for step in STEPS}) for side, role in enumerate(ROLES[:2])}
    return " | ".join(f"{name} F1 {f:.3f} P {p:.3f} R {r:.3f} at {step}" for name, (f, p, r, step) in best.items())


def claims_in(row, told, likely, step, acts):
    """-> [right, found, in gold]"""
    taken, gold, right, made = [], list(row["claims"]), 0, 0
    for _, word, act in sorted((-told[word, act], word, act) for word, act in zip(*np.nonzero(told >= step))):
        parties = {key for side in range(2) for key, score in likely(word, side).items() if score >= HAS_PART}
        if not parties or any(other == act and abs(at - word) <= NEAR for at, other in taken):
            continue
        taken.append((word, act))
        made += 1
        common = lambda claim: parties & {*claim.get("actors", []), *claim.get("targets", [])}
        hit = next((claim for claim in gold if claim["act"] == acts[act] and word in claim["words"] and common(claim)), None)
        if hit is not None:
            gold.remove(hit)
            right += 1
    return np.array([right, made, len(row["claims"])])


def tally_sides(claim, told, likely, named, acts, sides):
    if not claim["words"]:
        return
    word = claim.get("trigger", max(claim["words"], key=lambda word: told[word, acts.index(claim["act"])]))
    actors, targets = likely(word, 0), likely(word, 1)
    for side, role in enumerate(ROLES[:2]):
        wanted = set(claim.get(role, [])) & named
        for step in STEPS if role in claim else ():
            got = {key for key in named if (actors, targets)[side][key] >= step and (side == 0 or targets[key] >= actors[key])}
            sides[side, step] += [len(got & wanted), len(got), len(wanted)]


def best_of(tallies):
    def figures(tally):
        p, r = tally[0] / max(1, tally[1]), tally[0] / max(1, tally[2])
        return 2 * p * r / max(1e-9, p + r), p, r

    return max((*figures(tally), step) for step, tally in tallies.items())
