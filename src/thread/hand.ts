// Bytes that go from one thread to another are handed over where they can be: a copy would hold them twice.

/** The bytes as ones that can be handed to a thread for good: these, where nothing else lies in their buffer, or a copy of them. */
export function ownerOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return isWhole(bytes) ? bytes : Uint8Array.from(bytes);
}

/** The buffers that can be handed over with values that hold these bytes: those that hold nothing else, each once. */
export function buffersOf(all: readonly Uint8Array[]): readonly ArrayBuffer[] {
  return [...new Set(all.filter(isWhole).map(({ buffer }) => buffer))];
}

function isWhole(bytes: Uint8Array): bytes is Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer && bytes.buffer.byteLength === bytes.length;
}
