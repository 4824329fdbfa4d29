import { createServer } from 'node:http';

const POST = 'app.bsky.feed.post';

/**
 * The views of Bluesky that a personal data server does not make itself but passes on to: here made from the records
 * that this one data server holds. Answers the address that it listens on.
 */
export async function startAppView(dataServer) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    answer(url, request.headers.authorization)
      .then((json) => send(response, json ? 200 : 501, json ?? { error: 'MethodNotImplemented' }))
      .catch((error) => send(response, 502, { error: 'UpstreamFailure', message: String(error) }));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', resolve));
  return `http://localhost:${server.address().port}`;

  async function answer(url, authorization) {
    switch (url.pathname) {
      case '/xrpc/app.bsky.feed.getPosts': {
        const posts = await Promise.all(url.searchParams.getAll('uris').map(postAt));
        return { posts: posts.filter((post) => post !== null) };
      }
      case '/xrpc/app.bsky.notification.listNotifications':
        return { notifications: await spokenTo(askedBy(authorization)) };
      default:
        return null;
    }
  }

  async function postAt(uri) {
    const [repo, collection, rkey] = uri.replace('at://', '').split('/');
    const found = await ask('com.atproto.repo.getRecord', { repo, collection, rkey });
    return found && view(found, await account(repo));
  }

  /** Posts of others that mention the account or answer to it, newest first. */
  async function spokenTo(did) {
    const { repos } = await ask('com.atproto.sync.listRepos', {});
    const others = repos.filter((repo) => repo.did !== did);
    const found = await Promise.all(
      others.map(async (repo) => {
        const author = await account(repo.did);
        const list = await ask('com.atproto.repo.listRecords', { repo: repo.did, collection: POST });
        return list.records.flatMap((record) => {
          const reason = reasonOf(record.value, did);
          return reason ? [{ ...view(record, author), reason, isRead: false }] : [];
        });
      }),
    );
    return found.flat().sort((a, b) => (a.indexedAt < b.indexedAt ? 1 : -1));
  }

  async function account(did) {
    return ask('com.atproto.repo.describeRepo', { repo: did });
  }

  /** Null where the data server says no. */
  async function ask(method, query) {
    const reply = await fetch(`${dataServer}/xrpc/${method}?${new URLSearchParams(query)}`);
    return reply.ok ? reply.json() : null;
  }
}

function reasonOf(record, did) {
  if (record.reply?.parent.uri.startsWith(`at://${did}/`)) return 'reply';
  const names = (record.facets ?? [])
    .flatMap(({ features }) => features)
    .some((feature) => feature.did === did);
  return names ? 'mention' : null;
}

function view({ uri, cid, value }, { did, handle }) {
  return { uri, cid, author: { did, handle }, record: value, indexedAt: value.createdAt };
}

/** The data server speaks for an account by a signed token; its name is all that is wanted of it here. */
function askedBy(authorization = '') {
  const payload = authorization.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString()).iss;
}

function send(response, status, json) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}
