/** The parts of twitter-text 3 that are used here; the package brings no types. */
declare module 'twitter-text' {
  interface ParsedText {
    /** In the units of the limit of 280: most Latin characters 1, others 2, any URL 23. */
    weightedLength: number;
    valid: boolean;
  }
  const twitterText: {
    parseTweet(text: string): ParsedText;
    extractUrlsWithIndices(
      text: string,
      options?: { extractUrlsWithoutProtocol?: boolean },
    ): { url: string; indices: [number, number] }[];
  };
  export default twitterText;
}
