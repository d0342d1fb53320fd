// robots-parser is a CommonJS module whose types claim a default export that it does not have.
declare module "robots-parser" {
  /** The rules of a robots.txt. `isAllowed` is undefined for an address of another origin. */
  interface Robots {
    isAllowed(url: string, agent?: string): boolean | undefined;
    getCrawlDelay(agent?: string): number | undefined;
  }
  /** Parses the text of the robots.txt at an address. */
  function robotsParser(url: string, text: string): Robots;
  export = robotsParser;
}
