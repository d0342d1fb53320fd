// A real SMTP server on this machine, and what came to it as a mail program reads it.
import PostalMime from "postal-mime";
import type { Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { SMTPServerOptions } from "smtp-server";
import { listening } from "./receiver.fixture.ts";

/** A running server; `mails` are those that came whole. */
export interface MailServerHere {
  readonly port: number;
  readonly mails: readonly Email[];
  readonly close: () => Promise<void>;
}

/** Starts one that lets in Ada, whose password is sesame, and whoever comes without a name. */
export async function mailServerHere(more: SMTPServerOptions = {}): Promise<MailServerHere> {
  const mails: Email[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: more.secure === true ? [] : ["STARTTLS"],
    onAuth: ({ username, password }, _, done) =>
      username === "ada" && password === "sesame" ? done(null, { user: "ada" }) : done(new Error("Who is there?")),
    onData: (stream, _, done) => {
      const read = async (): Promise<void> => {
        mails.push(await PostalMime.parse(Buffer.concat(await Array.fromAsync(stream as AsyncIterable<Buffer>))));
        done();
      };
      void read();
    },
    ...more,
  });
  server.on("error", () => undefined);
  const port = await listening(server.server);
  return { port, mails, close: async () => new Promise((resolve) => server.close(() => resolve())) };
}
