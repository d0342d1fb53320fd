"""Reads the variables of a TensorFlow checkpoint without TensorFlow, for encoders that are published only in that form.

An index file (a sorted table of blocks, as LevelDB has) maps each name to its shape and place in the data file. Only what an
exported model has is read: one data file, uncompressed blocks, single precision.
"""

import struct
from pathlib import Path

import numpy as np

FOOTER = 48
FLOAT = 1


def read_variables(prefix):
    """-> {name: array} of PREFIX.index and PREFIX.data-00000-of-00001."""
    index = Path(f"{prefix}.index").read_bytes()
    data = Path(f"{prefix}.data-00000-of-00001").read_bytes()
    at = len(index) - FOOTER
    for _ in range(2):  # past the handle of the block of meta blocks
        _, at = number(index, at)
    found = {}
    for _, handle in rows(index, at):
        for name, entry in rows(index, handle=handle):
            fields = entry_of(entry)
            if name and fields["type"] == FLOAT:
                values = np.frombuffer(data, np.float32, fields["size"] // 4, fields["offset"])
                found[name.decode()] = values.reshape(fields["shape"])
    return found


def number(data, at):
    """A number of seven bits a byte, lowest first -> (number, place behind it)."""
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 127) << shift
        at, shift = at + 1, shift + 7
        if byte < 128:
            return value, at


def rows(index, at=0, handle=None):
    """The (key, value) pairs of the block that a handle (offset and size) names; keys share their beginning with the one before."""
    source = index if handle is None else handle
    offset, at = number(source, at)
    size, _ = number(source, at)
    block = index[offset:offset + size]
    if index[offset + size] != 0:
        raise SystemExit("the index is compressed")
    end = len(block) - 4 * (struct.unpack("<I", block[-4:])[0] + 1)
    at, key = 0, b""
    while at < end:
        shared, at = number(block, at)
        own, at = number(block, at)
        length, at = number(block, at)
        key = key[:shared] + block[at:at + own]
        yield key, block[at + own:at + own + length]
        at += own + length


def entry_of(message):
    """The fields of a BundleEntry: 1 type, 2 shape, 4 offset, 5 size; anything else is passed over."""
    fields = {"type": 0, "shape": [], "offset": 0, "size": 0}
    names = {1: "type", 4: "offset", 5: "size"}
    for field, value in message_of(message):
        if field == 2:
            fields["shape"] = [dict(message_of(dimension)).get(1, 0) for kind, dimension in message_of(value) if kind == 2]
        elif field in names:
            fields[names[field]] = value
    return fields


def message_of(data):
    """(field, value) of a protocol buffer: numbers as they are, the rest as bytes."""
    at = 0
    while at < len(data):
        tag, at = number(data, at)
        kind = tag & 7
        if kind == 0:
            value, at = number(data, at)
        else:
            length = {1: 8, 5: 4}.get(kind)
            if length is None:
                length, at = number(data, at)
            value, at = data[at:at + length], at + length
        yield tag >> 3, value
