// What went wrong, as a person is to be told: the server's own words and remedy, or that it did not answer.
import type { Forms } from "./api.gen.ts";

/** A request that failed. `status` is 0 where nothing answered. */
export class Trouble extends Error {
  override readonly name = "Trouble";
  readonly status: number;
  /** A code of docs/errors.md. */
  readonly code: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Where: of a decision that another came before, `line` is that other's number. */
  readonly place: Forms["Problem"]["place"];

  constructor({ status, code, detail, remedy, place }: Pick<Forms["Problem"], "status" | "code" | "detail" | "remedy" | "place">) {
    super(detail);
    this.status = status;
    this.code = code;
    this.remedy = remedy;
    this.place = place;
  }
}

/** The failure that a response tells of; a response of something else than Pacta tells its status alone. */
export async function troubleIn(response: Response): Promise<Trouble> {
  const told: unknown = await response.json().catch(() => undefined);
  if (isProblem(told)) return new Trouble(told);
  return new Trouble({ status: response.status, code: "PACTA_WEB_ANSWER", detail: `the server answered ${response.status}`, remedy: "Try again" });
}

/** The failure of a request that nothing answered. */
export function unanswered(): Trouble {
  return new Trouble({ status: 0, code: "PACTA_WEB_UNREACHED", detail: "the server does not answer", remedy: "See whether pacta serve still runs" });
}

function isProblem(told: unknown): told is Forms["Problem"] {
  return typeof told === "object" && told !== null && "code" in told && "detail" in told && "remedy" in told;
}
