// An instant as people write it, of this day by its time alone.

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

/** An ISO instant in the reader's own time: "today 14:05", "20 January 2015, 09:30". */
export function Moment({ iso }: { readonly iso: string }) {
  return (
    <time dateTime={iso} title={iso}>
      {momentText(new Date(iso))}
    </time>
  );
}

function momentText(when: Date): string {
  const day = DAY.format(when);
  return day === DAY.format(new Date()) ? `today ${TIME.format(when)}` : `${day}, ${TIME.format(when)}`;
}
