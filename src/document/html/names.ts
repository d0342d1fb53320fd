// What publishers call the boxes around an article. Class and id are written for style sheets, not for readers of data, but
// the same words are used everywhere: a box named "newsletter-signup" holds no part of the report. A name alone proves
// nothing ("article-with-sidebar"), so whoever asks also looks at how much of the article the box holds.
import type { HtmlElement } from "./dom.ts";

/** Names of boxes whose words are not the article's, in the form of `nameOf`. */
const ASIDE = new RegExp(
  " (?:" +
    [
      "related(?! (?:body|text))\\w*",
      "recommend\\w*",
      "recirc\\w*",
      "(?:more|most|other|latest|top) (?:stories|news|articles|posts|read|popular|viewed|links|from|on)",
      "(?:read|see|watch|also) (?:more|also|next|read|like)",
      "readmore|trending|popular|mostread",
      "newsletters?|email ?signup|sign ?up\\w*|opt ?in",
      "subscri(?:be|ption|ptions|ber|bers)|paywall|regwall|piano",
      "share|shares|sharing|sharebar|sharedaddy|social\\w*|addthis|addtoany",
      "comments?|comment ?list|commentlist|disqus|respond|livefyre",
      "advert\\w*|ads?|ad ?(?:slot|unit|box|wrapper|container|label)|dfp|sponsor\\w*|promo\\w*|outbrain|taboola|zergnet",
      "cookies?|consent|gdpr|disclaimer",
      "(?:author|writer|contributor|profile) (?:bio|box|info|card|excerpt|gear|about|details|description|profile)|about (?:the )?author|bio|bios",
      "breadcrumbs?|pagination|pager|page ?links|toolbar|toolbox|tools|menu|navigation|skip ?links?",
      "pop ?up|pop ?over|tool ?tip|modal|overlay|rollover|flyout|drop ?down|lightbox|notification|alert ?bar|snackbar",
      "donate|donation|support us|cta|call to action|click to tweet|ctt",
      "time ?stamp|date ?line|by ?line|post ?meta|entry ?meta|article ?meta|meta ?data|post ?date|publish(?:ed)? ?date|pub ?date|date ?published",
      "tags|tag ?list|tag ?cloud|topics|keywords|post ?tags|entry ?tags|filed ?under|categories|hash ?tags",
      "screen ?reader(?: text)?|sr only|visually ?hidden|visuallyhidden|assistive",
      "footer|foot ?note ?ad|sidebar|side ?bar|widget ?area|rating|ratings|votes?|print ?(?:only|header|footer)|view ?count|views|counter|jump ?links?|feedback",
    ].join("|") +
    ") ",
);
const CAPTION = / (?:(?:\w+ )?captions?|\w*caption|caption\w*|credits?|\w*credit|copyright|image ?source|photographer|photo ?by|legend) /;

/** The class and id of an element as lower-case words with a space on either side of each: "articleBody main" is " article body main ". */
export function nameOf(element: HtmlElement): string {
  const written = `${element.className} ${element.getAttribute("id") ?? ""}`;
  if (written.length < 2) return " ";
  const words = written.replace(/([a-z])(?=[A-Z])/g, "$1 ").replace(/[^A-Za-z0-9]+/g, " ");
  return ` ${words.toLowerCase().trim()} `;
}

/** True for the name of a box beside the article. */
export function namesAside(name: string): boolean {
  return name.length > 2 && ASIDE.test(name);
}

/** True for the name of a caption or a credit. */
export function namesCaption(name: string): boolean {
  return name.length > 2 && CAPTION.test(name);
}
