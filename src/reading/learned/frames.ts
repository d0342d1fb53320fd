// The frame that a claim has which no frame of knowledge/acts gave, but the network.
import type { ActFrame, ActLexicon } from "../act/index.ts";
import { frameSchema } from "../act/index.ts";

/** For every act a frame without trigger, named after the model that proposes it. */
export function modelFrames({ files }: ActLexicon, model: string): ReadonlyMap<string, ActFrame> {
  return new Map(
    files.map(({ act, reads, otherParty, official, foreign, frames }, order) => {
      const money = frames.find((frame) => frame.money !== undefined)?.money;
      const bare = frameSchema.parse({ id: `model@${model}`, ...(money && { money }) });
      return [act, { ...bare, act, joint: reads === "joint", otherParty, official, foreign, order }];
    }),
  );
}
