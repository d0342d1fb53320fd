// Files that are dropped or chosen, alone or by folders.
import { useEffect, useRef, useState } from "react";
import type { ChangeEvent, DragEvent } from "react";
import { TroubleNote } from "../piece/index.ts";
import { batched, givenName, MOST, sizeText } from "./batches.ts";
import { droppedFiles } from "./dropped.ts";
import { useGiving } from "./giving.ts";
import type { Given } from "./giving.ts";

/** What is read, by ending. */
const TYPES = ".html,.htm,.mhtml,.mht,.txt,.md,.markdown,.pdf,.eml,.mbox,.json,.jsonl,.ndjson,.xml,.rss,.atom,.warc,.gz,.wacz,.zip";

/** Gives files. */
export function Files() {
  const [files, setFiles] = useState<readonly File[]>([]);
  const give = useGiving();
  const { batches, tooLarge } = batched(files);
  const count = files.length - tooLarge.length;
  const add = (more: readonly File[]): void => setFiles((before) => [...before, ...more]);
  const send = (): void =>
    give.mutate(
      batches.map((batch) => ({
        given: async () => Promise.all(batch.map(givenFile)),
        went: () => setFiles((before) => before.filter((file) => !batch.includes(file))),
      })),
    );
  return (
    <div className="stack">
      <DropPlace add={add} />
      <Chosen files={files} remove={(file) => setFiles((before) => before.filter((one) => one !== file))} />
      <TooLarge files={tooLarge} />
      <p className="soft small">
        HTML, text, Markdown, PDF, mail (eml, mbox), saved pages (MHTML), JSON and JSONL records, feeds, archives of the web (WARC, WACZ). Each up to{" "}
        {sizeText(MOST.bytes)}.
      </p>
      <div className="row">
        <button className="main" disabled={count === 0 || give.isPending} onClick={send}>
          {give.isPending ? "Sending…" : count === 0 ? "Read files" : `Read ${count} ${count === 1 ? "file" : "files"}`}
        </button>
        {files.length === 0 ? null : (
          <button className="plain" onClick={() => setFiles([])}>
            Take all out again
          </button>
        )}
      </div>
      {give.isError ? <TroubleNote error={give.error} /> : null}
    </div>
  );
}

/** A file that is dropped beside the place must not make the browser leave the page for it. */
function useStaying(): void {
  useEffect(() => {
    const stay = (event: Event): void => event.preventDefault();
    for (const name of ["dragover", "drop"]) window.addEventListener(name, stay);
    return () => {
      for (const name of ["dragover", "drop"]) window.removeEventListener(name, stay);
    };
  }, []);
}

function DropPlace({ add }: { readonly add: (files: readonly File[]) => void }) {
  const [isOver, setOver] = useState(false);
  const [error, setError] = useState<unknown>();
  const [one, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  useStaying();
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    setError(undefined);
    void droppedFiles(event.dataTransfer).then(add, setError);
  };
  const take = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    add([...(target.files ?? [])]);
    // What was taken out again can be chosen again.
    target.value = "";
  };
  return (
    <div
      className="drop"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>Drop files or folders here</p>
      <div className="row">
        <button onClick={() => one.current?.click()}>Choose files</button>
        <button onClick={() => folder.current?.click()}>Choose a folder</button>
      </div>
      {error === undefined ? null : <TroubleNote error={error} />}
      <input ref={one} type="file" multiple accept={TYPES} hidden aria-label="Files to read" onChange={take} />
      <input ref={folder} type="file" multiple hidden aria-label="Folder to read" {...{ webkitdirectory: "" }} onChange={take} />
    </div>
  );
}

const SHOWN = 20;

function Chosen({ files, remove }: { readonly files: readonly File[]; readonly remove: (file: File) => void }) {
  if (files.length === 0) return null;
  return (
    <ul className="plain-list" aria-label="Chosen files">
      {files.slice(0, SHOWN).map((file, at) => (
        // The same file may be chosen twice.
        // oxlint-disable-next-line react/no-array-index-key -- see above
        <li key={at} className="row">
          <span className="name">{file.name}</span> <span className="soft small">{sizeText(file.size)}</span>
          <button className="plain" onClick={() => remove(file)} aria-label={`Take out ${file.name}`}>
            ✕
          </button>
        </li>
      ))}
      {files.length > SHOWN ? <li className="soft">and {files.length - SHOWN} more</li> : null}
    </ul>
  );
}

function TooLarge({ files }: { readonly files: readonly File[] }) {
  const [first] = files;
  if (first === undefined) return null;
  return (
    <div className="note" data-tone="warn">
      <p>
        Too large for the desk, and left out: {files.map(({ name, size }) => `${name} (${sizeText(size)})`).join(", ")}. The command line reads files
        of any size into the same ledger:
      </p>
      <code>pacta read {/^[\w.-]+$/.test(first.name) ? first.name : `"${first.name.replaceAll(/["\\$`]/g, "\\$&")}"`}</code>
    </div>
  );
}

async function givenFile(file: File): Promise<Given> {
  return { file: { name: givenName(file.name), base64: await base64Of(file) } };
}

/** A file's bytes as the server takes them. */
async function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => {
      const url = typeof reader.result === "string" ? reader.result : "";
      resolve(url.slice(url.indexOf(",") + 1));
    });
    reader.addEventListener("error", () => reject(new Error(`${file.name} cannot be read: it may have been moved or changed since it was chosen`)));
    reader.readAsDataURL(file);
  });
}
