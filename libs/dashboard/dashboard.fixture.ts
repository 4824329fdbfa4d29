import type { DataSource } from 'typeorm';
import { drainQueue, type IncomingMention, storePage } from '#mentions';
import { permissionsOf, type Role } from '#platform/contract';
import { createDataSource, inTransaction } from '#platform/database';
import type { Actor } from '#platform/http';
import { testDatabase } from '#platform/testing';
import { addTopic } from '#topics';

/** For tests: a database with people, topics and mentions that came in as mentions do. */
export class DashboardWorld {
  private constructor(
    readonly dataSource: DataSource,
    private readonly drop: () => Promise<void>,
  ) {}

  static async make(): Promise<DashboardWorld> {
    const database = await testDatabase();
    const dataSource = await createDataSource({
      url: database.url,
      entities: [],
      poolSize: 6,
    }).initialize();
    return new DashboardWorld(dataSource, database.drop);
  }

  async person(name: string, ...roles: Role[]): Promise<Actor> {
    const [row]: { id: string }[] = await this.dataSource.query(
      `insert into person (email, name, roles, locale) values ($1, $2, $3, 'fr') returning id`,
      [`${name.toLowerCase()}@example.org`, name, roles],
    );
    if (!row) throw new Error('no person');
    const permissions = permissionsOf(roles);
    return { personId: row.id, name, roles, permissions, departmentIds: [], sessionId: '1' };
  }

  topic(query: string): Promise<string> {
    return inTransaction(this.dataSource, ({ manager }) =>
      addTopic(manager, null, { name: query, description: '', query }),
    );
  }

  /** Stores mentions and has them classified and counted. */
  async say(mentions: readonly IncomingMention[]): Promise<void> {
    await storePage(this.dataSource, [...mentions]);
    await drainQueue(this.dataSource);
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.drop();
  }
}

const TEXTS = [
  'The delivery never arrived, this is a scandal and a disgrace',
  'Thank you for the quick refund, wonderful service',
  'Le remboursement de ma commande n’est jamais arrivé, c’est honteux',
  'La livraison était parfaite, merci beaucoup à toute l’équipe',
  'The weather is nice in town today',
];
const NETWORKS = ['x', 'facebook', 'mastodon'];

/** A post like any other; the number makes it another one. */
export function post(number: number, given: Partial<IncomingMention> = {}): IncomingMention {
  return {
    realm: 'live',
    network: NETWORKS[number % NETWORKS.length] ?? 'x',
    externalId: `post-${number}`,
    author: { handle: `author${number % 9}`, name: 'Someone', followers: 100 * (1 + (number % 9)) },
    text: `${TEXTS[number % TEXTS.length]} (${number})`,
    publishedAt: new Date(Date.now() - 60_000 * (1 + number * 37)),
    ...given,
  };
}
