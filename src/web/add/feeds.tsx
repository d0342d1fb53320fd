// Feeds that are followed: one more, and how each does.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { FormEvent } from "react";
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";
import { Bones, Day, Empty, fieldText, Mark, Modal, TroubleNote } from "../piece/index.ts";
import { useSay } from "../shell/index.ts";

type Feed = Forms["Feed"];

/** Follows feeds. */
export function Feeds() {
  const feeds = useQuery({
    queryKey: ["feeds"],
    queryFn: async ({ signal }) => (await ask<Forms["Feeds"]>("/feeds", { signal })).feeds,
    refetchInterval: 5000,
  });
  return (
    <div className="stack">
      <FollowForm />
      {feeds.isPending ? <Bones lines={2} /> : null}
      {feeds.isError ? <TroubleNote error={feeds.error} again={() => void feeds.refetch()} /> : null}
      {feeds.data?.length === 0 ? (
        <Empty title="No feed is followed yet">
          <p>While the server runs it asks those that are followed for news, and reads the pages of what is new.</p>
        </Empty>
      ) : null}
      {feeds.data === undefined || feeds.data.length === 0 ? null : <FeedTable feeds={feeds.data} />}
    </div>
  );
}

function requestIn(form: FormData): Forms["FeedRequest"] {
  const field = (name: string): string => fieldText(form, name);
  const [url, since, minutes] = [field("url"), field("since"), field("every")];
  return {
    url,
    ...(since === "" ? {} : { since }),
    ...(field("text") === "feed" ? { text: "feed" } : {}),
    ...(minutes === "" ? {} : { every: Number(minutes) * 60 }),
  };
}

function FollowForm() {
  const client = useQueryClient();
  const say = useSay();
  const follow = useMutation({
    mutationFn: async (request: Forms["FeedRequest"]) => ask<Feed>("/feeds", { method: "POST", body: request }),
    onSuccess: async ({ title, id }) => {
      say(`${title ?? id} is followed`);
      await client.invalidateQueries({ queryKey: ["feeds"] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    follow.mutate(requestIn(new FormData(form)), { onSuccess: () => form.reset() });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <div className="row fields">
        <label>
          Address of a feed, a news sitemap, or a page that names its feed
          <input name="url" type="url" required pattern="https?://.+" maxLength={2000} placeholder="https://news.example/feed" />
        </label>
        <label>
          Entries since (optional)
          <input name="since" type="date" />
        </label>
        <label>
          Minutes between two looks (optional)
          <input name="every" type="number" min={1} max={525_600} />
        </label>
        <label>
          Read
          <select name="text">
            <option value="page">the page of each entry</option>
            <option value="feed">the text in the feed alone</option>
          </select>
        </label>
      </div>
      <div>
        <button className="main" disabled={follow.isPending}>
          {follow.isPending ? "Looking…" : "Follow"}
        </button>
      </div>
      {follow.isError ? <TroubleNote error={follow.error} /> : null}
    </form>
  );
}

function FeedTable({ feeds }: { readonly feeds: readonly Feed[] }) {
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">Feed</th>
          <th scope="col">How it does</th>
          <th scope="col">Asked last</th>
          <th scope="col">Read</th>
          <th scope="col">
            <span className="unseen">What to do</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <FeedRow key={feed.id} feed={feed} />
        ))}
      </tbody>
    </table>
  );
}

function FeedRow({ feed }: { readonly feed: Feed }) {
  const { id, title, polled, news, due, counts } = feed;
  return (
    <tr>
      <th scope="row">
        {title ?? id}
        {title === undefined ? null : <span className="address soft small">{id}</span>}
      </th>
      <td>
        <Health feed={feed} />
      </td>
      <td>
        {polled === undefined ? <span className="soft">not yet</span> : <Day iso={polled} />}
        <span className="address soft small">
          {news === undefined ? "nothing new so far" : "news on "}
          {news === undefined ? null : <Day iso={news} />}
          {due === undefined ? "" : `; next ${new Date(due).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`}
        </span>
      </td>
      <td>{counts === undefined ? "" : `${counts.documents} of ${counts.entries} entries`}</td>
      <td>
        <Unfollow feed={feed} />
      </td>
    </tr>
  );
}

function Health({ feed: { failing, ended } }: { readonly feed: Feed }) {
  if (ended !== undefined)
    return (
      <span className="row">
        <Mark tone="bad" sign="✕" text="gone" /> <code>{ended.code}</code> since <Day iso={ended.at} />
      </span>
    );
  if (failing === undefined) return <Mark tone="good" sign="●" text="well" />;
  return (
    <span className="row">
      <Mark tone="warn" sign="!" text={`failing ${failing.times} ${failing.times === 1 ? "time" : "times"}`} /> <code>{failing.code}</code> since{" "}
      <Day iso={failing.since} />
    </span>
  );
}

function Unfollow({ feed: { id, title } }: { readonly feed: Feed }) {
  const [isAsked, setAsked] = useState(false);
  const client = useQueryClient();
  const say = useSay();
  const remove = useMutation({
    mutationFn: async () => ask<undefined>(pathOf("feeds", id), { method: "DELETE" }),
    onSuccess: async () => {
      say(`${title ?? id} is followed no more`);
      await client.invalidateQueries({ queryKey: ["feeds"] });
    },
  });
  return (
    <>
      <button onClick={() => setAsked(true)} aria-label={`Follow no more: ${title ?? id}`}>
        Remove
      </button>
      {isAsked ? (
        <Modal title="Follow this feed no more?" close={() => setAsked(false)}>
          <p>{title ?? id}</p>
          <p className="soft">What was read of it stays in the ledger.</p>
          <button className="main" onClick={() => remove.mutate()} disabled={remove.isPending}>
            Remove
          </button>
          {remove.isError ? <TroubleNote error={remove.error} /> : null}
        </Modal>
      ) : null}
    </>
  );
}
