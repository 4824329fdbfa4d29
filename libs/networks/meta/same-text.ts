/** Whether a published text is ours: Meta trims it and changes white space and line ends. */
export function sameText(published: string, sent: string): boolean {
  return bare(published) === bare(sent);
}

function bare(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '');
}
