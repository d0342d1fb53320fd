// The door of tools/: the questions that an assistant can ask, in the order in which they are listed.
import type { Tool } from "../tool.ts";
import { getDeal } from "./get-deal.ts";
import { getDocument } from "./get-document.ts";
import { getEvidence } from "./get-evidence.ts";
import { listClaims } from "./list-claims.ts";
import { listParties } from "./list-parties.ts";
import { resolveParty } from "./resolve-party.ts";
import { searchDeals } from "./search-deals.ts";
import { whatChanged } from "./what-changed.ts";

/** All tools. */
export const TOOLS: readonly Tool[] = [searchDeals, getDeal, getEvidence, listClaims, getDocument, whatChanged, resolveParty, listParties];
