/** Address of the inbox with the mentions behind a figure of a topic. */
export function inboxAddress(
  topicId: string,
  narrowed: {
    from?: string;
    to?: string;
    search?: string;
    network?: string;
    level?: number;
    stakeholderId?: string;
  } = {},
): string {
  const search = new URLSearchParams({ state: 'all', topicId });
  for (const [field, value] of Object.entries(narrowed))
    if (value !== undefined) search.set(field, String(value));
  return `/inbox?${search.toString()}`;
}
