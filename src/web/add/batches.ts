// Files in requests that the server takes: it takes 32 MiB at a time, in which a file's bytes are a third longer, and a thousand files.

/** Bytes that files of one request may have, and how many they may be. */
export const MOST = { bytes: 23 * 1024 * 1024, files: 1000 };

interface Sized {
  readonly size: number;
}

/** Files in groups that each fit into a request, in their order, and those that are too large for any. */
export function batched<F extends Sized>(
  files: readonly F[],
  most = MOST,
): { readonly batches: readonly (readonly F[])[]; readonly tooLarge: readonly F[] } {
  const batches: F[][] = [];
  let bytes = 0;
  for (const file of files.filter(({ size }) => size <= most.bytes)) {
    const last = batches.at(-1);
    if (last === undefined || last.length >= most.files || bytes + file.size > most.bytes) {
      batches.push([file]);
      ({ size: bytes } = file);
    } else {
      last.push(file);
      bytes += file.size;
    }
  }
  return { batches, tooLarge: files.filter(({ size }) => size > most.bytes) };
}

/** The name of a file as the server takes it. */
export function givenName(name: string): string {
  const end = /\.[\w.]{1,20}$/.exec(name)?.[0] ?? "";
  const plain = name.replaceAll(/[/\\]/g, "-");
  return plain.length <= 200 ? plain : plain.slice(0, 200 - end.length) + end;
}

/** "12 kB", "3.4 MB". */
export function sizeText(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB"];
  const at = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** at;
  return `${value < 10 && at > 0 ? value.toFixed(1) : Math.round(value)} ${units[at] ?? ""}`;
}
