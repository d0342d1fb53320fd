// Days as people write them, with the ISO form on hover.
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;

/** An ISO day, month or year in words: "20 January 2015". What is none of these stays as it is. */
export function dayText(iso: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(iso) ?? [];
  if (year === undefined) return iso;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter((part) => part !== undefined).join(" ");
}

/** A day, or an instant of which the day is shown. */
export function Day({ iso }: { readonly iso: string }) {
  return (
    <time dateTime={iso} title={iso}>
      {dayText(iso)}
    </time>
  );
}
