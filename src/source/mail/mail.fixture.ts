// Messages as mail programs write them, put together for tests.

const HEAD =
  'From: "Ann Lee" <ann@post.example>\nTo: desk@news.example\nDate: Tue, 20 Jan 2015 23:30:00 -0500\nMIME-Version: 1.0\nList-Id: <news.post.example>\n';

/** A message; `name` goes into its subject and its id. Lines end as in mail. */
export function message(name: string, rest: string, head = HEAD): Uint8Array {
  return Buffer.from(`${head}Subject: ${name}\nMessage-ID: <${name.replace(/\W/g, "")}@post.example>\n${rest}`.replaceAll("\n", "\r\n"));
}

/** The rest of a message of several parts, each with its own head. */
export function parts(kind: string, boundary: string, bodies: readonly string[]): string {
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\n\n${bodies.map((body) => `--${boundary}\n${body}\n`).join("")}--${boundary}--\n`;
}

/** A mailbox of messages, as programs write them (mboxrd): each after a line that says when it came, lines like that quoted. */
export function mailbox(messages: readonly Uint8Array[]): Buffer {
  const boxed = messages.map((each) => {
    const lines = Buffer.from(each)
      .toString("latin1")
      .replaceAll("\r", "")
      .replace(/^(>*From )/gm, ">$1");
    return `From ann@post.example Tue Jan 20 08:30:00 2015\n${lines}\n`;
  });
  return Buffer.from(boxed.join(""), "latin1");
}
