import { z } from 'zod';
import { SourceNeedsAttention, type SourceView } from '../connector.js';
import { askGraph } from '../meta/graph-api.js';
import { notRead } from '../meta/graph-failure.js';
import { accountId } from '../meta/page-access.js';
import type { OwnAccount } from './instagram-post.js';

/** What the token of the Page has to allow; that it may answer is checked before a crisis shows it. */
export const INSTAGRAM_RIGHTS = ['instagram_basic', 'instagram_manage_comments', 'pages_read_engagement'];

/** Our account, as the live check found it. */
export function ownAccount(source: SourceView): OwnAccount {
  return { id: accountId(source), username: source.credentials['username'] ?? '' };
}

const accountSchema = z.object({
  instagram_business_account: z
    .object({ id: z.string(), username: z.string(), name: z.string().nullish() })
    .nullish(),
});

/** The professional account that belongs to the Page, or to the first Page of the person that has one. Throws SourceNeedsAttention where there is none. */
export async function findAccount(
  source: SourceView,
  signal: AbortSignal,
  { ofPage = true } = {},
): Promise<OwnAccount & { name: string }> {
  const query = { fields: 'id,instagram_business_account{id,username,name}' };
  const path = ofPage ? 'me' : 'me/accounts';
  const { json } = await askGraph(source, { path, query }, signal).catch((error: unknown) => {
    throw notRead(error);
  });
  const pages = ofPage
    ? [accountSchema.parse(json)]
    : z.object({ data: z.array(accountSchema) }).parse(json).data;
  const account = pages.map((page) => page.instagram_business_account).find((one) => one);
  if (!account) {
    throw new SourceNeedsAttention(
      'token-refused',
      'no professional account of Instagram belongs to this Page',
    );
  }
  return { id: account.id, username: account.username, name: account.name || account.username };
}
