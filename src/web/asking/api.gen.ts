// The forms of the API's questions and answers. Made by `npm run api-types` from the server's OpenAPI document; do not edit.

export type Alert =
  | {
      readonly id: string;
      readonly watch: {
        readonly id: string;
        readonly name: string;
      };
      readonly seq: number;
      readonly at: string;
      readonly kind: "change";
      readonly deal: {
        readonly id: string;
        readonly name: string;
        readonly kind: string;
      };
      readonly before: Threads;
      readonly after: Threads;
      readonly conflicts: string[];
      readonly told: {
        readonly of: string;
        readonly claim: string;
        readonly act:
          | "negotiate"
          | "propose"
          | "agree"
          | "sign"
          | "approve"
          | "enter-into-force"
          | "provide"
          | "extend"
          | "suspend"
          | "resume"
          | "cancel"
          | "breach"
          | "order"
          | "sell"
          | "deliver"
          | "pay"
          | "aid"
          | "ban"
          | "sanction"
          | "lift"
          | "threaten"
          | "demand"
          | "sue"
          | "rule"
          | "settle"
          | "withdraw-claim"
          | "meet"
          | "cooperate"
          | "object"
          | "support"
          | "recognize"
          | "sever";
        readonly part: string;
        readonly words: string;
        readonly sources: {
          readonly name: string;
          readonly role?: string;
          readonly cue?: string;
          readonly channel?: string;
        }[];
        readonly document: {
          readonly id: string;
          readonly published?: string;
          readonly heading?: string;
          readonly url?: string;
          readonly title?: string;
        };
        readonly when: Bounds;
        readonly lapsed?: true;
      }[];
    }
  | {
      readonly id: string;
      readonly watch: {
        readonly id: string;
        readonly name: string;
      };
      readonly seq: number;
      readonly at: string;
      readonly kind: "digest";
      readonly lines: {
        readonly root: string;
        readonly deal: {
          readonly id: string;
          readonly name: string;
          readonly kind: string;
        };
        readonly before: Threads;
        readonly after: Threads;
        readonly conflicts: string[];
        readonly gone?: true;
      }[];
      readonly more: number;
      readonly missed?: true;
    }
  | {
      readonly id: string;
      readonly watch: {
        readonly id: string;
        readonly name: string;
      };
      readonly seq: number;
      readonly at: string;
      readonly kind: "test";
    };
export type Channel =
  | {
      readonly id: string;
      readonly kind: "webhook";
      readonly url: string;
      readonly secret: string;
    }
  | {
      readonly id: string;
      readonly kind: "push";
      readonly subscription: string;
    }
  | {
      readonly id: string;
      readonly kind: "email";
      readonly to: string;
      readonly every: number;
    };
export type ChannelRequest =
  | {
      readonly kind: "webhook";
      readonly url: string;
      /**
       * Signs what is posted, after Standard Webhooks; made where none is given
       */
      readonly secret?: string;
    }
  | {
      readonly kind: "email";
      readonly to: string;
      readonly every?: number;
    }
  | {
      readonly kind: "push";
      readonly endpoint: string;
      readonly keys: {
        readonly p256dh: string;
        readonly auth: string;
      };
    };

export interface Forms {
  readonly Alert: Alert;
  readonly Alerts: Alerts;
  readonly Bounds: Bounds;
  readonly Channel: Channel;
  readonly ChannelRequest: ChannelRequest;
  readonly Claim: Claim;
  readonly ClaimPage: ClaimPage;
  readonly Cluster: Cluster;
  readonly Conflict: Conflict;
  readonly ConflictSide: ConflictSide;
  readonly DeadDeliveries: DeadDeliveries;
  readonly DeadDelivery: DeadDelivery;
  readonly Deal: Deal;
  readonly DealBrief: DealBrief;
  readonly DealChange: DealChange;
  readonly DealChanges: DealChanges;
  readonly DealPage: DealPage;
  readonly DealTotal: DealTotal;
  readonly Decided: Decided;
  readonly Deciding: Deciding;
  readonly DecisionPage: DecisionPage;
  readonly DeliveryTry: DeliveryTry;
  readonly Document: Document;
  readonly DocumentPage: DocumentPage;
  readonly DocumentTotal: DocumentTotal;
  readonly Feed: Feed;
  readonly FeedRequest: FeedRequest;
  readonly Feeds: Feeds;
  readonly Found: Found;
  readonly FoundClaim: FoundClaim;
  readonly FoundClaims: FoundClaims;
  readonly FoundDocument: FoundDocument;
  readonly FoundDocuments: FoundDocuments;
  readonly ImportRequest: ImportRequest;
  readonly Imported: Imported;
  readonly Interval: Interval;
  readonly Item: Item;
  readonly ItemAlone: ItemAlone;
  readonly ItemPage: ItemPage;
  readonly Job: Job;
  readonly JobRequest: JobRequest;
  readonly Jobs: Jobs;
  readonly LifeRow: LifeRow;
  readonly ListedDocument: ListedDocument;
  readonly ListedReading: ListedReading;
  readonly NewToken: NewToken;
  readonly Party: Party;
  readonly PartyAlone: PartyAlone;
  readonly PartyNetwork: PartyNetwork;
  readonly PartyPage: PartyPage;
  readonly Problem: Problem;
  readonly PushKey: PushKey;
  readonly Readings: Readings;
  readonly RefusedRow: RefusedRow;
  readonly Replay: Replay;
  readonly Replayed: Replayed;
  readonly ReviewItem: ReviewItem;
  readonly ReviewPage: ReviewPage;
  readonly Standing: Standing;
  readonly StandingClaim: StandingClaim;
  readonly Status: Status;
  readonly StoredClaim: StoredClaim;
  readonly StoredDecision: StoredDecision;
  readonly Threads: Threads;
  readonly Token: Token;
  readonly TokenRequest: TokenRequest;
  readonly Tokens: Tokens;
  readonly Tries: Tries;
  readonly View: View;
  readonly ViewRequest: ViewRequest;
  readonly Views: Views;
  readonly Watch: Watch;
  readonly WatchChange: WatchChange;
  readonly WatchRequest: WatchRequest;
  readonly Watches: Watches;
}
export interface Threads {
  readonly state: "none" | "negotiating" | "agreed" | "signed" | "in-force" | "delivering" | "fulfilled" | "suspended" | "cancelled" | "expired";
  readonly dispute: "none" | "demanded" | "sued" | "ruled" | "settled" | "withdrawn";
}
export interface Bounds {
  readonly earliest?: string;
  readonly latest?: string;
}
export interface Alerts {
  readonly alerts: Alert[];
}
export interface Claim {
  readonly id: string;
  readonly act:
    | "negotiate"
    | "propose"
    | "agree"
    | "sign"
    | "approve"
    | "enter-into-force"
    | "provide"
    | "extend"
    | "suspend"
    | "resume"
    | "cancel"
    | "breach"
    | "order"
    | "sell"
    | "deliver"
    | "pay"
    | "aid"
    | "ban"
    | "sanction"
    | "lift"
    | "threaten"
    | "demand"
    | "sue"
    | "rule"
    | "settle"
    | "withdraw-claim"
    | "meet"
    | "cooperate"
    | "object"
    | "support"
    | "recognize"
    | "sever";
  readonly mode: "actual" | "planned" | "possible" | "demanded" | "conditional";
  readonly negated: boolean;
  readonly actors: {
    readonly id?: string;
    readonly name: string;
    readonly via?: string;
    readonly state?: string;
  }[];
  readonly targets: {
    readonly id?: string;
    readonly name: string;
    readonly via?: string;
    readonly state?: string;
  }[];
  readonly object?: string;
  readonly items: {
    readonly name: string;
    readonly quantity?: number;
    readonly unit?: string;
  }[];
  readonly money: {
    readonly amount: number;
    readonly currency: string;
    readonly kind: "value" | "payment" | "compensation" | "penalty" | "aid" | "loan";
    readonly bound: "exact" | "about" | "min" | "max";
  }[];
  readonly time?: {
    readonly norm: string;
    readonly basis: "stated" | "anchored" | "none";
  };
  readonly place?: string;
  readonly reason?: string;
  readonly terms: string[];
  readonly sources: {
    readonly name: string;
    readonly role?: string;
    readonly cue?: string;
    readonly channel?: string;
  }[];
  readonly evidence: {
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  };
  readonly tellings: {
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  }[];
  readonly spans: {
    readonly [k: string]: {
      readonly start: number;
      readonly end: number;
    };
  };
  readonly rule: string;
  readonly confidence: number;
}
export interface ClaimPage {
  readonly claims: StoredClaim[];
  /**
   * Pass it on as `after` for the next page; absent on the last one
   */
  readonly next?: string;
}
export interface StoredClaim {
  readonly claim: Claim;
  readonly seq: number;
  readonly document: string;
  readonly version: number;
  readonly day?: string;
  readonly reader: string;
  readonly review?: {
    readonly origin: "read" | "added" | "promoted";
    readonly corrected: (
      | "act"
      | "mode"
      | "negated"
      | "actors"
      | "targets"
      | "object"
      | "items"
      | "money"
      | "time"
      | "place"
      | "reason"
      | "terms"
      | "sources"
      | "evidence"
    )[];
    readonly confirmed: boolean;
    readonly decisions: number[];
  };
  readonly redacted?: true;
}
export interface Cluster {
  readonly origin: string;
  readonly members: string[];
}
export interface Conflict {
  readonly slot: string;
  readonly claims: string[];
  readonly shown: string;
}
export interface ConflictSide {
  readonly value: string;
  readonly origins: number;
  readonly claims: {
    readonly id: string;
    readonly words: string;
    readonly sources: {
      readonly name: string;
      readonly role?: string;
      readonly cue?: string;
      readonly channel?: string;
    }[];
    readonly document: string;
    readonly published?: string;
  }[];
}
export interface DeadDeliveries {
  readonly dead: DeadDelivery[];
}
export interface DeadDelivery {
  readonly alert: string;
  readonly watch: string;
  readonly channel: string;
  readonly kind: "webhook" | "push" | "email";
  readonly due: string;
  readonly tries: number;
  readonly code: string;
  readonly status?: number;
}
export interface Deal {
  readonly id: string;
  readonly name: string;
  readonly parties: {
    readonly id: string | null;
    readonly name: string;
  }[];
  readonly object: string | null;
  readonly items: string[];
  readonly documents: string[];
  readonly state: "none" | "negotiating" | "agreed" | "signed" | "in-force" | "delivering" | "fulfilled" | "suspended" | "cancelled" | "expired";
  readonly dispute: "none" | "demanded" | "sued" | "ruled" | "settled" | "withdrawn";
  readonly since: Bounds;
  readonly claims: string[];
  readonly conflicts: Conflict[];
  readonly kind: "agreement" | "transfer" | "measure" | "dispute";
  readonly replaces?: string;
  readonly replacedBy?: string[];
  readonly validity: Interval[];
  readonly life: LifeRow[];
  readonly sides: {
    readonly [k: string]: ConflictSide[];
  };
}
export interface Interval {
  readonly from: Bounds;
  readonly to: Bounds;
  readonly recurs?: string;
  readonly claims: string[];
}
export interface LifeRow {
  readonly when: Bounds;
  readonly act:
    | "negotiate"
    | "propose"
    | "agree"
    | "sign"
    | "approve"
    | "enter-into-force"
    | "provide"
    | "extend"
    | "suspend"
    | "resume"
    | "cancel"
    | "breach"
    | "order"
    | "sell"
    | "deliver"
    | "pay"
    | "aid"
    | "ban"
    | "sanction"
    | "lift"
    | "threaten"
    | "demand"
    | "sue"
    | "rule"
    | "settle"
    | "withdraw-claim"
    | "meet"
    | "cooperate"
    | "object"
    | "support"
    | "recognize"
    | "sever";
  readonly mode: "actual" | "planned" | "possible" | "demanded" | "conditional";
  readonly negated: boolean;
  readonly actors: {
    readonly id?: string;
    readonly name: string;
    readonly via?: string;
    readonly state?: string;
  }[];
  readonly targets: {
    readonly id?: string;
    readonly name: string;
    readonly via?: string;
    readonly state?: string;
  }[];
  readonly object?: string;
  readonly items: {
    readonly name: string;
    readonly quantity?: number;
    readonly unit?: string;
  }[];
  readonly money: {
    readonly amount: number;
    readonly currency: string;
    readonly kind: "value" | "payment" | "compensation" | "penalty" | "aid" | "loan";
    readonly bound: "exact" | "about" | "min" | "max";
  }[];
  readonly place?: string;
  readonly reason?: string;
  readonly words: string;
  readonly sources: {
    readonly name: string;
    readonly role?: string;
    readonly cue?: string;
    readonly channel?: string;
  }[];
  readonly document: {
    readonly id: string;
    readonly published?: string;
    readonly heading?: string;
    readonly url?: string;
    /**
     * The beginning of its text, where that is all that names it
     */
    readonly title?: string;
  };
  readonly claim: string;
  readonly part: "opens" | "joins" | "disputes" | "refers" | "touches" | "hints";
  readonly why: string[];
  readonly confidence: number;
  readonly state: "none" | "negotiating" | "agreed" | "signed" | "in-force" | "delivering" | "fulfilled" | "suspended" | "cancelled" | "expired";
  readonly dispute: "none" | "demanded" | "sued" | "ruled" | "settled" | "withdrawn";
  readonly moved: boolean;
  readonly presumed?: true;
  readonly lapsed?: true;
  /**
   * The claim of an earlier row, of which this one only tells again
   */
  readonly repeats?: string;
}
export interface DealBrief {
  readonly id: string;
  readonly name: string;
  readonly parties: {
    readonly id: string | null;
    readonly name: string;
  }[];
  readonly object: string | null;
  readonly items: string[];
  readonly state: "none" | "negotiating" | "agreed" | "signed" | "in-force" | "delivering" | "fulfilled" | "suspended" | "cancelled" | "expired";
  readonly dispute: "none" | "demanded" | "sued" | "ruled" | "settled" | "withdrawn";
  readonly since: Bounds;
  readonly kind: "agreement" | "transfer" | "measure" | "dispute";
  /**
   * The first day on which it was told of
   */
  readonly first?: string;
  /**
   * The last day on which it was told of
   */
  readonly last?: string;
  readonly claims: number;
  readonly documents: number;
  /**
   * Slots in which claims contradict each other
   */
  readonly conflicts: string[];
  readonly replaces?: string;
  readonly replacedBy?: string[];
}
export interface DealChange {
  readonly seq: number;
  readonly at: string;
  readonly deal: {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
  };
  /**
   * Ids of the deals that it was before
   */
  readonly was: string[];
  /**
   * There is no such deal any more
   */
  readonly gone?: true;
  readonly before: Threads;
  readonly after: Threads;
  /**
   * Slots in which claims contradict each other since then
   */
  readonly conflicts: string[];
  /**
   * A document brought it that came soon after it was published
   */
  readonly isNews: boolean;
  readonly told: {
    readonly of: string;
    readonly claim: string;
    readonly act:
      | "negotiate"
      | "propose"
      | "agree"
      | "sign"
      | "approve"
      | "enter-into-force"
      | "provide"
      | "extend"
      | "suspend"
      | "resume"
      | "cancel"
      | "breach"
      | "order"
      | "sell"
      | "deliver"
      | "pay"
      | "aid"
      | "ban"
      | "sanction"
      | "lift"
      | "threaten"
      | "demand"
      | "sue"
      | "rule"
      | "settle"
      | "withdraw-claim"
      | "meet"
      | "cooperate"
      | "object"
      | "support"
      | "recognize"
      | "sever";
    readonly part: string;
    readonly words: string;
    readonly sources: {
      readonly name: string;
      readonly role?: string;
      readonly cue?: string;
      readonly channel?: string;
    }[];
    readonly document: {
      readonly id: string;
      readonly published?: string;
      readonly heading?: string;
      readonly url?: string;
      readonly title?: string;
    };
    readonly when: Bounds;
    readonly lapsed?: true;
  }[];
}
export interface DealChanges {
  readonly changes: DealChange[];
  readonly through: number;
  readonly forgotten: number;
}
export interface DealPage {
  readonly deals: DealBrief[];
  /**
   * Pass it on as `after` for the next page; absent on the last one
   */
  readonly next?: string;
}
export interface DealTotal {
  /**
   * Those of a filter are counted to 5,000; absent for other days, whose deals would all have to be folded
   */
  readonly deals?: number;
  /**
   * There are more
   */
  readonly more?: true;
}
export interface Decided {
  readonly decisions: {
    readonly seq: number;
    readonly by: string;
    readonly why?: string;
    readonly basis?: number;
    /**
     * A decision; of a redacted document its quotes are empty
     */
    readonly decision?: {
      readonly [k: string]: unknown;
    };
  }[];
}
export interface Deciding {
  /**
   * The person. Asked of whoever comes without a token; a token's name stands for its bearer, and only an admin may name another
   */
  readonly by?: string;
  /**
   * @minItems 1
   * @maxItems 1000
   */
  readonly decisions: [
    {
      readonly decision:
        | {
            readonly type: "add-claim";
            readonly document: string;
            readonly version: number;
            readonly claim: {
              readonly id: string;
              readonly act:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly mode: "actual" | "planned" | "possible" | "demanded" | "conditional";
              readonly negated: boolean;
              readonly actors: {
                readonly id?: string;
                readonly name: string;
                readonly via?: string;
                readonly state?: string;
              }[];
              readonly targets: {
                readonly id?: string;
                readonly name: string;
                readonly via?: string;
                readonly state?: string;
              }[];
              readonly object?: string;
              readonly items: {
                readonly name: string;
                readonly quantity?: number;
                readonly unit?: string;
              }[];
              readonly money: {
                readonly amount: number;
                readonly currency: string;
                readonly kind: "value" | "payment" | "compensation" | "penalty" | "aid" | "loan";
                readonly bound: "exact" | "about" | "min" | "max";
              }[];
              readonly time?: {
                readonly norm: string;
                readonly basis: "stated" | "anchored" | "none";
              };
              readonly place?: string;
              readonly reason?: string;
              readonly terms: string[];
              readonly sources: {
                readonly name: string;
                readonly role?: string;
                readonly cue?: string;
                readonly channel?: string;
              }[];
              readonly evidence: {
                readonly start: number;
                readonly end: number;
                readonly quote: string;
              };
              readonly tellings: {
                readonly start: number;
                readonly end: number;
                readonly quote: string;
              }[];
              readonly spans: {
                readonly [k: string]: {
                  readonly start: number;
                  readonly end: number;
                };
              };
              readonly rule: string;
              readonly confidence: number;
            };
          }
        | {
            readonly type: "promote";
            readonly document: string;
            readonly version: number;
            readonly abstention: {
              readonly reason: string;
              readonly act?:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly start: number;
              readonly end: number;
            };
            readonly claim: {
              readonly id: string;
              readonly act:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly mode: "actual" | "planned" | "possible" | "demanded" | "conditional";
              readonly negated: boolean;
              readonly actors: {
                readonly id?: string;
                readonly name: string;
                readonly via?: string;
                readonly state?: string;
              }[];
              readonly targets: {
                readonly id?: string;
                readonly name: string;
                readonly via?: string;
                readonly state?: string;
              }[];
              readonly object?: string;
              readonly items: {
                readonly name: string;
                readonly quantity?: number;
                readonly unit?: string;
              }[];
              readonly money: {
                readonly amount: number;
                readonly currency: string;
                readonly kind: "value" | "payment" | "compensation" | "penalty" | "aid" | "loan";
                readonly bound: "exact" | "about" | "min" | "max";
              }[];
              readonly time?: {
                readonly norm: string;
                readonly basis: "stated" | "anchored" | "none";
              };
              readonly place?: string;
              readonly reason?: string;
              readonly terms: string[];
              readonly sources: {
                readonly name: string;
                readonly role?: string;
                readonly cue?: string;
                readonly channel?: string;
              }[];
              readonly evidence: {
                readonly start: number;
                readonly end: number;
                readonly quote: string;
              };
              readonly tellings: {
                readonly start: number;
                readonly end: number;
                readonly quote: string;
              }[];
              readonly spans: {
                readonly [k: string]: {
                  readonly start: number;
                  readonly end: number;
                };
              };
              readonly rule: string;
              readonly confidence: number;
            };
          }
        | {
            readonly type: "confirm";
            readonly claim: {
              readonly document: string;
              readonly version: number;
              readonly act:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly start: number;
              readonly end: number;
              readonly quote: string;
              readonly parties?: {
                readonly actors: string[];
                readonly targets: string[];
              };
              readonly id?: string;
            };
          }
        | {
            readonly type: "reject";
            readonly claim: {
              readonly document: string;
              readonly version: number;
              readonly act:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly start: number;
              readonly end: number;
              readonly quote: string;
              readonly parties?: {
                readonly actors: string[];
                readonly targets: string[];
              };
              readonly id?: string;
            };
          }
        | (
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "act";
                readonly value:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "mode";
                readonly value: "actual" | "planned" | "possible" | "demanded" | "conditional";
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "negated";
                readonly value: boolean;
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "actors";
                readonly value: {
                  readonly id?: string;
                  readonly name: string;
                  readonly via?: string;
                  readonly state?: string;
                }[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "targets";
                readonly value: {
                  readonly id?: string;
                  readonly name: string;
                  readonly via?: string;
                  readonly state?: string;
                }[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "object";
                readonly value: string | null;
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "items";
                readonly value: {
                  readonly name: string;
                  readonly quantity?: number;
                  readonly unit?: string;
                }[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "money";
                readonly value: {
                  readonly amount: number;
                  readonly currency: string;
                  readonly kind: "value" | "payment" | "compensation" | "penalty" | "aid" | "loan";
                  readonly bound: "exact" | "about" | "min" | "max";
                }[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "time";
                readonly value: {
                  readonly norm: string;
                  readonly basis: "stated" | "anchored" | "none";
                } | null;
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "place";
                readonly value: string | null;
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "reason";
                readonly value: string | null;
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "terms";
                readonly value: string[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "sources";
                readonly value: {
                  readonly name: string;
                  readonly role?: string;
                  readonly cue?: string;
                  readonly channel?: string;
                }[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "evidence";
                readonly value: {
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                };
              }
          )
        | {
            readonly type: "join";
            /**
             * @minItems 2
             * @maxItems 2
             */
            readonly claims: [
              {
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              },
              {
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              },
              ...{
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              }[]
            ];
          }
        | {
            readonly type: "split";
            /**
             * @minItems 2
             * @maxItems 2
             */
            readonly claims: [
              {
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              },
              {
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              },
              ...{
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              }[]
            ];
          }
        | {
            readonly type: "same-party";
            /**
             * @minItems 1
             * @maxItems 2
             */
            readonly names: [string, ...string[]];
            readonly id?: string;
          }
        | {
            readonly type: "pin";
            readonly claim: {
              readonly document: string;
              readonly version: number;
              readonly act:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly start: number;
              readonly end: number;
              readonly quote: string;
              readonly parties?: {
                readonly actors: string[];
                readonly targets: string[];
              };
              readonly id?: string;
            };
            readonly slot: string;
          }
        | {
            readonly type: "undo";
            readonly decision: number;
          }
        | {
            readonly type: "redact";
            readonly document: string;
            readonly reason: string;
          };
      readonly why?: string;
      readonly basis?: number;
    },
    ...{
      readonly decision:
        | {
            readonly type: "add-claim";
            readonly document: string;
            readonly version: number;
            readonly claim: {
              readonly id: string;
              readonly act:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly mode: "actual" | "planned" | "possible" | "demanded" | "conditional";
              readonly negated: boolean;
              readonly actors: {
                readonly id?: string;
                readonly name: string;
                readonly via?: string;
                readonly state?: string;
              }[];
              readonly targets: {
                readonly id?: string;
                readonly name: string;
                readonly via?: string;
                readonly state?: string;
              }[];
              readonly object?: string;
              readonly items: {
                readonly name: string;
                readonly quantity?: number;
                readonly unit?: string;
              }[];
              readonly money: {
                readonly amount: number;
                readonly currency: string;
                readonly kind: "value" | "payment" | "compensation" | "penalty" | "aid" | "loan";
                readonly bound: "exact" | "about" | "min" | "max";
              }[];
              readonly time?: {
                readonly norm: string;
                readonly basis: "stated" | "anchored" | "none";
              };
              readonly place?: string;
              readonly reason?: string;
              readonly terms: string[];
              readonly sources: {
                readonly name: string;
                readonly role?: string;
                readonly cue?: string;
                readonly channel?: string;
              }[];
              readonly evidence: {
                readonly start: number;
                readonly end: number;
                readonly quote: string;
              };
              readonly tellings: {
                readonly start: number;
                readonly end: number;
                readonly quote: string;
              }[];
              readonly spans: {
                readonly [k: string]: {
                  readonly start: number;
                  readonly end: number;
                };
              };
              readonly rule: string;
              readonly confidence: number;
            };
          }
        | {
            readonly type: "promote";
            readonly document: string;
            readonly version: number;
            readonly abstention: {
              readonly reason: string;
              readonly act?:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly start: number;
              readonly end: number;
            };
            readonly claim: {
              readonly id: string;
              readonly act:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly mode: "actual" | "planned" | "possible" | "demanded" | "conditional";
              readonly negated: boolean;
              readonly actors: {
                readonly id?: string;
                readonly name: string;
                readonly via?: string;
                readonly state?: string;
              }[];
              readonly targets: {
                readonly id?: string;
                readonly name: string;
                readonly via?: string;
                readonly state?: string;
              }[];
              readonly object?: string;
              readonly items: {
                readonly name: string;
                readonly quantity?: number;
                readonly unit?: string;
              }[];
              readonly money: {
                readonly amount: number;
                readonly currency: string;
                readonly kind: "value" | "payment" | "compensation" | "penalty" | "aid" | "loan";
                readonly bound: "exact" | "about" | "min" | "max";
              }[];
              readonly time?: {
                readonly norm: string;
                readonly basis: "stated" | "anchored" | "none";
              };
              readonly place?: string;
              readonly reason?: string;
              readonly terms: string[];
              readonly sources: {
                readonly name: string;
                readonly role?: string;
                readonly cue?: string;
                readonly channel?: string;
              }[];
              readonly evidence: {
                readonly start: number;
                readonly end: number;
                readonly quote: string;
              };
              readonly tellings: {
                readonly start: number;
                readonly end: number;
                readonly quote: string;
              }[];
              readonly spans: {
                readonly [k: string]: {
                  readonly start: number;
                  readonly end: number;
                };
              };
              readonly rule: string;
              readonly confidence: number;
            };
          }
        | {
            readonly type: "confirm";
            readonly claim: {
              readonly document: string;
              readonly version: number;
              readonly act:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly start: number;
              readonly end: number;
              readonly quote: string;
              readonly parties?: {
                readonly actors: string[];
                readonly targets: string[];
              };
              readonly id?: string;
            };
          }
        | {
            readonly type: "reject";
            readonly claim: {
              readonly document: string;
              readonly version: number;
              readonly act:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly start: number;
              readonly end: number;
              readonly quote: string;
              readonly parties?: {
                readonly actors: string[];
                readonly targets: string[];
              };
              readonly id?: string;
            };
          }
        | (
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "act";
                readonly value:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "mode";
                readonly value: "actual" | "planned" | "possible" | "demanded" | "conditional";
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "negated";
                readonly value: boolean;
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "actors";
                readonly value: {
                  readonly id?: string;
                  readonly name: string;
                  readonly via?: string;
                  readonly state?: string;
                }[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "targets";
                readonly value: {
                  readonly id?: string;
                  readonly name: string;
                  readonly via?: string;
                  readonly state?: string;
                }[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "object";
                readonly value: string | null;
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "items";
                readonly value: {
                  readonly name: string;
                  readonly quantity?: number;
                  readonly unit?: string;
                }[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "money";
                readonly value: {
                  readonly amount: number;
                  readonly currency: string;
                  readonly kind: "value" | "payment" | "compensation" | "penalty" | "aid" | "loan";
                  readonly bound: "exact" | "about" | "min" | "max";
                }[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "time";
                readonly value: {
                  readonly norm: string;
                  readonly basis: "stated" | "anchored" | "none";
                } | null;
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "place";
                readonly value: string | null;
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "reason";
                readonly value: string | null;
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "terms";
                readonly value: string[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "sources";
                readonly value: {
                  readonly name: string;
                  readonly role?: string;
                  readonly cue?: string;
                  readonly channel?: string;
                }[];
              }
            | {
                readonly type: "correct";
                readonly claim: {
                  readonly document: string;
                  readonly version: number;
                  readonly act:
                    | "negotiate"
                    | "propose"
                    | "agree"
                    | "sign"
                    | "approve"
                    | "enter-into-force"
                    | "provide"
                    | "extend"
                    | "suspend"
                    | "resume"
                    | "cancel"
                    | "breach"
                    | "order"
                    | "sell"
                    | "deliver"
                    | "pay"
                    | "aid"
                    | "ban"
                    | "sanction"
                    | "lift"
                    | "threaten"
                    | "demand"
                    | "sue"
                    | "rule"
                    | "settle"
                    | "withdraw-claim"
                    | "meet"
                    | "cooperate"
                    | "object"
                    | "support"
                    | "recognize"
                    | "sever";
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                  readonly parties?: {
                    readonly actors: string[];
                    readonly targets: string[];
                  };
                  readonly id?: string;
                };
                readonly slot: "evidence";
                readonly value: {
                  readonly start: number;
                  readonly end: number;
                  readonly quote: string;
                };
              }
          )
        | {
            readonly type: "join";
            /**
             * @minItems 2
             * @maxItems 2
             */
            readonly claims: [
              {
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              },
              {
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              },
              ...{
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              }[]
            ];
          }
        | {
            readonly type: "split";
            /**
             * @minItems 2
             * @maxItems 2
             */
            readonly claims: [
              {
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              },
              {
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              },
              ...{
                readonly document: string;
                readonly version: number;
                readonly act:
                  | "negotiate"
                  | "propose"
                  | "agree"
                  | "sign"
                  | "approve"
                  | "enter-into-force"
                  | "provide"
                  | "extend"
                  | "suspend"
                  | "resume"
                  | "cancel"
                  | "breach"
                  | "order"
                  | "sell"
                  | "deliver"
                  | "pay"
                  | "aid"
                  | "ban"
                  | "sanction"
                  | "lift"
                  | "threaten"
                  | "demand"
                  | "sue"
                  | "rule"
                  | "settle"
                  | "withdraw-claim"
                  | "meet"
                  | "cooperate"
                  | "object"
                  | "support"
                  | "recognize"
                  | "sever";
                readonly start: number;
                readonly end: number;
                readonly quote: string;
                readonly parties?: {
                  readonly actors: string[];
                  readonly targets: string[];
                };
                readonly id?: string;
              }[]
            ];
          }
        | {
            readonly type: "same-party";
            /**
             * @minItems 1
             * @maxItems 2
             */
            readonly names: [string, ...string[]];
            readonly id?: string;
          }
        | {
            readonly type: "pin";
            readonly claim: {
              readonly document: string;
              readonly version: number;
              readonly act:
                | "negotiate"
                | "propose"
                | "agree"
                | "sign"
                | "approve"
                | "enter-into-force"
                | "provide"
                | "extend"
                | "suspend"
                | "resume"
                | "cancel"
                | "breach"
                | "order"
                | "sell"
                | "deliver"
                | "pay"
                | "aid"
                | "ban"
                | "sanction"
                | "lift"
                | "threaten"
                | "demand"
                | "sue"
                | "rule"
                | "settle"
                | "withdraw-claim"
                | "meet"
                | "cooperate"
                | "object"
                | "support"
                | "recognize"
                | "sever";
              readonly start: number;
              readonly end: number;
              readonly quote: string;
              readonly parties?: {
                readonly actors: string[];
                readonly targets: string[];
              };
              readonly id?: string;
            };
            readonly slot: string;
          }
        | {
            readonly type: "undo";
            readonly decision: number;
          }
        | {
            readonly type: "redact";
            readonly document: string;
            readonly reason: string;
          };
      readonly why?: string;
      readonly basis?: number;
    }[]
  ];
}
export interface DecisionPage {
  readonly decisions: StoredDecision[];
  /**
   * Pass it on as `after` for the next page; absent on the last one
   */
  readonly next?: string;
}
export interface StoredDecision {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly why?: string;
  readonly basis?: number;
  /**
   * A decision; of a redacted document its quotes are empty
   */
  readonly decision?: {
    readonly [k: string]: unknown;
  };
  readonly undone: boolean;
  readonly found: (string | null)[];
}
export interface DeliveryTry {
  readonly at: string;
  readonly alert: string;
  readonly watch: string;
  readonly channel: string;
  readonly kind: "webhook" | "push" | "email";
  readonly outcome: "sent" | "again" | "dead" | "gone";
  readonly tries: number;
  readonly ms: number;
  readonly status?: number;
  readonly code?: string;
  readonly what?: string;
}
export interface Document {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly kind?: "spreadsheet";
  readonly text: string;
  readonly blocks: {
    readonly start: number;
    readonly end: number;
    readonly kind: "headline" | "dek" | "byline" | "dateline" | "caption" | "credit" | "paragraph" | "list" | "quote" | "tail";
  }[];
  readonly url?: string;
  readonly published?: {
    readonly day: string;
    readonly basis:
      "caller" | "json-ld" | "meta" | "time-tag" | "feed" | "mail" | "url" | "dateline" | "feed-updated" | "pdf-info" | "carrier" | "http-header";
  };
  readonly modified?: {
    readonly day: string;
    readonly basis:
      "caller" | "json-ld" | "meta" | "time-tag" | "feed" | "mail" | "url" | "dateline" | "feed-updated" | "pdf-info" | "carrier" | "http-header";
  };
  readonly otherDates?: {
    readonly day: string;
    readonly basis:
      "caller" | "json-ld" | "meta" | "time-tag" | "feed" | "mail" | "url" | "dateline" | "feed-updated" | "pdf-info" | "carrier" | "http-header";
  }[];
  readonly heading?: string;
  readonly byline?: string;
  readonly dek?: string;
  readonly captions?: string[];
  readonly language?: string;
  readonly origin?: {
    readonly outlet?: string;
    readonly url?: string;
    readonly basis: "meta" | "json-ld" | "canonical" | "dateline" | "byline";
  };
  readonly sources: string[];
  readonly tags: string[];
  readonly seq: number;
  readonly at: string;
  readonly redacted?: true;
}
export interface DocumentPage {
  readonly documents: ListedDocument[];
  /**
   * Pass it on as `after` for the next page; absent on the last one
   */
  readonly next?: string;
}
export interface ListedDocument {
  readonly id: string;
  readonly version: number;
  readonly sha256: string;
  readonly kind?: "spreadsheet";
  readonly blocks: {
    readonly start: number;
    readonly end: number;
    readonly kind: "headline" | "dek" | "byline" | "dateline" | "caption" | "credit" | "paragraph" | "list" | "quote" | "tail";
  }[];
  readonly url?: string;
  readonly published?: {
    readonly day: string;
    readonly basis:
      "caller" | "json-ld" | "meta" | "time-tag" | "feed" | "mail" | "url" | "dateline" | "feed-updated" | "pdf-info" | "carrier" | "http-header";
  };
  readonly modified?: {
    readonly day: string;
    readonly basis:
      "caller" | "json-ld" | "meta" | "time-tag" | "feed" | "mail" | "url" | "dateline" | "feed-updated" | "pdf-info" | "carrier" | "http-header";
  };
  readonly otherDates?: {
    readonly day: string;
    readonly basis:
      "caller" | "json-ld" | "meta" | "time-tag" | "feed" | "mail" | "url" | "dateline" | "feed-updated" | "pdf-info" | "carrier" | "http-header";
  }[];
  readonly heading?: string;
  readonly byline?: string;
  readonly dek?: string;
  readonly captions?: string[];
  readonly language?: string;
  readonly origin?: {
    readonly outlet?: string;
    readonly url?: string;
    readonly basis: "meta" | "json-ld" | "canonical" | "dateline" | "byline";
  };
  readonly sources: string[];
  readonly tags: string[];
  readonly seq: number;
  readonly at: string;
  readonly title?: string;
}
export interface DocumentTotal {
  readonly documents: number;
}
export interface Feed {
  readonly id: string;
  readonly made: string;
  readonly polled?: string;
  readonly etag?: string;
  readonly modified?: string;
  readonly title?: string;
  readonly site?: string;
  /**
   * @maxItems 16
   */
  readonly folders?: string[];
  readonly every?: number;
  readonly pause?: number;
  readonly text?: "page" | "feed";
  readonly since?: string;
  readonly due?: string;
  readonly news?: string;
  readonly failing?: {
    readonly code: string;
    readonly times: number;
    readonly since: string;
  };
  readonly ended?: {
    readonly at: string;
    readonly code: string;
  };
  /**
   * @maxItems 8
   */
  readonly was?: string[];
  readonly counts?: {
    readonly polls: number;
    readonly entries: number;
    readonly documents: number;
  };
}
export interface FeedRequest {
  readonly url: string;
  /**
   * The smallest number of seconds between two polls
   */
  readonly every?: number;
  /**
   * Read the pages of entries (default), or the feed's texts alone
   */
  readonly text?: "page" | "feed";
  /**
   * Pass over entries from before that day
   */
  readonly since?: string;
}
export interface Feeds {
  readonly feeds: Feed[];
}
export interface Found {
  readonly deals: DealBrief[];
  readonly parties: Party[];
  readonly items: Item[];
}
export interface Party {
  readonly id: string | null;
  readonly name: string;
  /**
   * Deals, 1000 at the most
   */
  readonly deals: number;
  /**
   * There are more than 1000
   */
  readonly more?: true;
}
export interface Item {
  readonly name: string;
  /**
   * Deals, 1000 at the most
   */
  readonly deals: number;
  /**
   * There are more than 1000
   */
  readonly more?: true;
}
export interface FoundClaim {
  readonly found: StoredClaim;
  /**
   * What it is called: its heading, else its headline, else its first words; absent where it was redacted
   */
  readonly title?: string;
}
export interface FoundClaims {
  readonly claims: FoundClaim[];
  /**
   * Pass it on as `after` for the next page; absent on the last one
   */
  readonly next?: string;
}
export interface FoundDocument {
  readonly id: string;
  readonly version: number;
  /**
   * What it is called: its heading, else its headline, else its first words; absent where it was redacted
   */
  readonly title?: string;
  /**
   * Its day of publication
   */
  readonly day?: string;
  /**
   * The part of its text that has the most of the words; absent where its heading alone has them
   */
  readonly passage?: {
    readonly start: number;
    readonly end: number;
    readonly quote: string;
  };
}
export interface FoundDocuments {
  readonly documents: FoundDocument[];
  /**
   * Pass it on as `after` for the next page; absent on the last one
   */
  readonly next?: string;
}
export interface ImportRequest {
  /**
   * The sheet as CSV, its columns named in the first line
   */
  readonly csv: string;
  /**
   * Which column holds what, in YAML
   */
  readonly map: string;
  /**
   * The sheet's name, where the map has none: rows of one name and id stand for each other
   */
  readonly name?: string;
  /**
   * The day by which the rows were known, where no column tells it
   */
  readonly date?: string;
  /**
   * The person. Asked of whoever comes without a token; a token's name stands for its bearer, and only an admin may name another
   */
  readonly by?: string;
  readonly why?: string;
  /**
   * Tell what it would come to, and write nothing
   */
  readonly dry?: boolean;
}
export interface Imported {
  /**
   * Claims that were added
   */
  readonly added: number;
  /**
   * Claims that were there already
   */
  readonly same: number;
  /**
   * Claims of before that were taken back
   */
  readonly undone: number;
  readonly refused: RefusedRow[];
  readonly documents: string[];
}
export interface RefusedRow {
  readonly line?: number;
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
}
export interface ItemAlone {
  readonly name: string;
  /**
   * Deals, 1000 at the most
   */
  readonly deals: number;
  /**
   * There are more than 1000
   */
  readonly more?: true;
  /**
   * What our tables list the name under; absent where they do not know it
   */
  readonly family?: {
    readonly name: string;
    /**
     * The sort of goods (air defence, energy)
     */
    readonly kind: string;
    /**
     * ISO 3166-1 alpha-3 of the state whose industry makes it
     */
    readonly maker?: string;
  };
  /**
   * The family's other names (variants, reporting names), each with the deals that it finds
   */
  readonly names: Item[];
}
export interface ItemPage {
  readonly values: Item[];
  /**
   * Pass it on as `after` for the next page; absent on the last one
   */
  readonly next?: string;
}
export interface Job {
  readonly id: string;
  readonly made: string;
  readonly by?: string;
  readonly tries?: number;
  readonly state: "queued" | "running" | "done" | "cancelled" | "failed";
  readonly began?: string;
  readonly ended?: string;
  readonly documents: number;
  readonly claims: number;
  readonly known: number;
  readonly failures: number;
  /**
   * @maxItems 100
   */
  readonly errors: {
    readonly code: string;
    readonly what: string;
    readonly remedy?: string;
    readonly source?: string;
  }[];
  /**
   * @maxItems 1000
   */
  readonly read: string[];
  /**
   * @maxItems 1000
   */
  readonly unchanged?: string[];
  /**
   * How many addresses, texts and files it was given
   */
  readonly given: number;
}
export interface JobRequest {
  /**
   * @minItems 1
   * @maxItems 1000
   */
  readonly given: [
    (
      | {
          readonly url: string;
        }
      | {
          readonly record: {
            readonly id?: string;
            readonly url?: string;
            readonly date?: string;
            readonly heading?: string;
            readonly text: string;
          };
        }
      | {
          readonly file: {
            readonly name: string;
            readonly base64: string;
          };
        }
    ),
    ...(
      | {
          readonly url: string;
        }
      | {
          readonly record: {
            readonly id?: string;
            readonly url?: string;
            readonly date?: string;
            readonly heading?: string;
            readonly text: string;
          };
        }
      | {
          readonly file: {
            readonly name: string;
            readonly base64: string;
          };
        }
    )[]
  ];
}
export interface Jobs {
  readonly jobs: Job[];
}
export interface ListedReading {
  readonly seq: number;
  readonly at: string;
  readonly document: string;
  readonly version: number;
  readonly reader: string;
}
export interface NewToken {
  readonly token: Token;
  readonly secret: string;
}
export interface Token {
  readonly id: string;
  readonly name: string;
  readonly role: "reader" | "reviewer" | "admin";
  readonly made: string;
  readonly expires?: string;
  readonly revoked?: string;
  readonly used?: string;
}
export interface PartyAlone {
  readonly id: string | null;
  readonly name: string;
  /**
   * Other names that our tables list
   */
  readonly aliases: string[];
  /**
   * Deals that were looked at
   */
  readonly of: number;
  /**
   * The party has more deals than that
   */
  readonly more: boolean;
  readonly states: {
    readonly [k: string]: number;
  };
  readonly kinds: {
    readonly [k: string]: number;
  };
  readonly partners: {
    readonly id: string | null;
    readonly name: string;
    readonly deals: number;
  }[];
}
export interface PartyNetwork {
  readonly nodes: {
    /**
     * The party's id or, where it has none, its name
     */
    readonly id: string;
    readonly name: string;
    /**
     * Deals, 1000 at the most
     */
    readonly deals: number;
    /**
     * There are more than 1000
     */
    readonly more?: true;
  }[];
  readonly edges: {
    /**
     * The party's id or, where it has none, its name
     */
    readonly a: string;
    /**
     * The party's id or, where it has none, its name
     */
    readonly b: string;
    readonly deals: number;
    readonly kinds: {
      readonly agreement?: number;
      readonly transfer?: number;
      readonly measure?: number;
      readonly dispute?: number;
    };
  }[];
}
export interface PartyPage {
  readonly values: Party[];
  /**
   * Pass it on as `after` for the next page; absent on the last one
   */
  readonly next?: string;
}
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly remedy: string;
  readonly place?: {
    readonly source?: string;
    readonly line?: number;
    readonly offset?: number;
  };
}
export interface PushKey {
  readonly key: string;
}
export interface Readings {
  readonly readings: ListedReading[];
}
export interface Replay {
  /**
   * @maxItems 1000
   */
  readonly alerts?: string[];
  readonly watch?: string;
}
export interface Replayed {
  readonly due: number;
}
export interface ReviewItem {
  readonly claim: StoredClaim;
  /**
   * The deal that it is of or, with unsure-attachment, may be of
   */
  readonly deal?: {
    readonly id: string;
    readonly name: string;
    readonly kind: "agreement" | "transfer" | "measure" | "dispute";
    readonly claims: number;
  };
  readonly why: ("unsure" | "unsure-attachment" | "moves-state" | "conflict")[];
  readonly score: number;
}
export interface ReviewPage {
  readonly items: ReviewItem[];
  /**
   * Pass it on as `after` for the next page; absent on the last one
   */
  readonly next?: string;
}
export interface Standing {
  readonly document: string;
  readonly version: number;
  readonly reader?: string;
  readonly claims: StandingClaim[];
  readonly rejected: StandingClaim[];
  readonly orphaned: unknown[];
  readonly abstained: {
    readonly reason: string;
    readonly act?:
      | "negotiate"
      | "propose"
      | "agree"
      | "sign"
      | "approve"
      | "enter-into-force"
      | "provide"
      | "extend"
      | "suspend"
      | "resume"
      | "cancel"
      | "breach"
      | "order"
      | "sell"
      | "deliver"
      | "pay"
      | "aid"
      | "ban"
      | "sanction"
      | "lift"
      | "threaten"
      | "demand"
      | "sue"
      | "rule"
      | "settle"
      | "withdraw-claim"
      | "meet"
      | "cooperate"
      | "object"
      | "support"
      | "recognize"
      | "sever";
    readonly mode?: "actual" | "planned" | "possible" | "demanded" | "conditional";
    readonly negated?: true;
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly part?: {
      readonly start: number;
      readonly end: number;
    };
  }[];
  readonly redacted?: true;
}
export interface StandingClaim {
  readonly claim: Claim;
  readonly origin: "read" | "added" | "promoted";
  readonly corrected: (
    "act" | "mode" | "negated" | "actors" | "targets" | "object" | "items" | "money" | "time" | "place" | "reason" | "terms" | "sources" | "evidence"
  )[];
  readonly confirmed: boolean;
  readonly decisions: number[];
  readonly ref: {
    readonly document: string;
    readonly version: number;
    readonly act:
      | "negotiate"
      | "propose"
      | "agree"
      | "sign"
      | "approve"
      | "enter-into-force"
      | "provide"
      | "extend"
      | "suspend"
      | "resume"
      | "cancel"
      | "breach"
      | "order"
      | "sell"
      | "deliver"
      | "pay"
      | "aid"
      | "ban"
      | "sanction"
      | "lift"
      | "threaten"
      | "demand"
      | "sue"
      | "rule"
      | "settle"
      | "withdraw-claim"
      | "meet"
      | "cooperate"
      | "object"
      | "support"
      | "recognize"
      | "sever";
    readonly start: number;
    readonly end: number;
    readonly quote: string;
    readonly parties?: {
      readonly actors: string[];
      readonly targets: string[];
    };
    readonly id?: string;
  };
  readonly basis: number;
}
export interface Status {
  readonly version: string;
  readonly ledger: {
    readonly location: string;
    readonly seq: number;
    readonly hash: string;
  };
  readonly book: {
    readonly seq: number;
    readonly behind: number;
    readonly trouble?: string;
  };
  readonly asker: {
    readonly role: string;
    readonly name?: string;
  };
}
export interface TokenRequest {
  /**
   * Whose it is: decisions are made under this name
   */
  readonly name: string;
  readonly role: "reader" | "reviewer" | "admin";
  /**
   * The last day on which it is good
   */
  readonly expires?: string;
}
export interface Tokens {
  readonly tokens: Token[];
}
export interface Tries {
  readonly tries: DeliveryTry[];
}
export interface View {
  readonly id: string;
  readonly name: string;
  readonly of: "deals" | "claims" | "review";
  readonly query: string;
  readonly made: string;
  readonly changed: string;
}
export interface ViewRequest {
  readonly name: string;
  readonly of: "deals" | "claims" | "review";
  readonly query: string;
}
export interface Views {
  readonly views: View[];
}
export interface Watch {
  readonly id: string;
  readonly name: string;
  readonly made: string;
  readonly by?: string;
  readonly since?: number;
  readonly paused?: true;
  readonly digestEvery?: number;
  readonly about:
    | {
        readonly deal: string;
      }
    | {
        readonly party: string;
      }
    | {
        readonly item: string;
      }
    | {
        readonly search: string;
      }
    | {
        readonly query: {
          readonly search?: string;
          readonly party?: string;
          readonly item?: string;
          /**
           * @minItems 1
           */
          readonly kinds?: ["agreement" | "transfer" | "measure" | "dispute", ...("agreement" | "transfer" | "measure" | "dispute")[]];
          readonly state?: "none" | "negotiating" | "agreed" | "signed" | "in-force" | "delivering" | "fulfilled" | "suspended" | "cancelled" | "expired";
          readonly act?: string;
          readonly money?: {
            readonly currency: string;
            readonly least: number;
          };
          readonly from?: string;
          readonly to?: string;
        };
      };
  readonly channels: (
    | {
        readonly id: string;
        readonly kind: "webhook";
        readonly url: string;
      }
    | {
        readonly id: string;
        readonly kind: "push";
        readonly subscription: string;
      }
    | {
        readonly id: string;
        readonly kind: "email";
        readonly to: string;
        readonly every: number;
      }
  )[];
}
export interface WatchChange {
  readonly name?: string;
  readonly digestEvery?: number;
  readonly paused?: boolean;
}
export interface WatchRequest {
  readonly name: string;
  readonly about:
    | {
        readonly deal: string;
      }
    | {
        readonly party: string;
      }
    | {
        readonly item: string;
      }
    | {
        readonly search: string;
      }
    | {
        readonly query: {
          readonly search?: string;
          readonly party?: string;
          readonly item?: string;
          /**
           * @minItems 1
           */
          readonly kinds?: ["agreement" | "transfer" | "measure" | "dispute", ...("agreement" | "transfer" | "measure" | "dispute")[]];
          readonly state?: "none" | "negotiating" | "agreed" | "signed" | "in-force" | "delivering" | "fulfilled" | "suspended" | "cancelled" | "expired";
          readonly act?: string;
          readonly money?: {
            readonly currency: string;
            readonly least: number;
          };
          readonly from?: string;
          readonly to?: string;
        };
      };
  readonly digestEvery?: number;
  /**
   * @maxItems 20
   */
  readonly channels?: ChannelRequest[];
}
export interface Watches {
  readonly watches: Watch[];
}
