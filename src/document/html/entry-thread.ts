// The thread that takes pages apart, one after the other.
import { serve } from "../../thread/index.ts";
import type { Furniture } from "../furniture.ts";
import { draftOf } from "./draft.ts";
import type { PageTask } from "./draft.ts";

serve((page, furniture) => draftOf(page as PageTask, furniture as Furniture));
