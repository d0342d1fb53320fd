"""trafilatura's side of the comparison of article extraction, over the same pages as ours.

Usage: python trafilatura_peer.py versions | articles FOLDER | pace FOLDER PAGES PASSES
FOLDER holds pages as .html.gz; what is printed is one line of JSON.
"""

import gzip
import json
import logging
import platform
import resource
import sys
import time
from pathlib import Path

import trafilatura

UNIT = 1 if sys.platform == "darwin" else 1024  # ru_maxrss counts bytes there, KiB elsewhere
SETTINGS = {"default": {}, "precision": {"favor_precision": True}, "recall": {"favor_recall": True}}


def pages_in(folder):
    for file in sorted(Path(folder).glob("*.html.gz")):
        with gzip.open(file, "rt", encoding="utf8", errors="replace") as page:
            yield file.name.split(".")[0], page.read()


def articles(folder):
    found = {}
    for name, html in pages_in(folder):
        facts = trafilatura.extract_metadata(html)
        texts = {label: trafilatura.extract(html, include_comments=False, **how) or "" for label, how in SETTINGS.items()}
        found[name] = {"texts": texts, "title": facts.title if facts else None, "published": facts.date if facts else None}
    return found


def pace(folder, count, passes):
    pages = [html for _, html in pages_in(folder)][:count]
    for html in pages:
        trafilatura.extract(html, include_comments=False, with_metadata=True)
    began, before = time.perf_counter(), time.process_time()
    for _ in range(passes):
        for html in pages:
            trafilatura.extract(html, include_comments=False, with_metadata=True)
    seconds = time.perf_counter() - began
    return {"seconds": seconds, "processor": time.process_time() - before, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / 1e6}


def main(words):
    logging.disable(logging.CRITICAL)
    task, *rest = words
    if task == "articles":
        return articles(rest[0])
    if task == "pace":
        return pace(rest[0], int(rest[1]), int(rest[2]))
    return {"python": platform.python_version(), "trafilatura": trafilatura.__version__}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1:])), flush=True)
