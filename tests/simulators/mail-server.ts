import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the server does with the next mails, in order; then it takes them. */
export type MailFault = 'refuse' | 'later' | 'drop-after-accept';

/** A real SMTP server that keeps what it is given. */
export class MailServer {
  readonly mails: ParsedMail[] = [];
  readonly faults: MailFault[] = [];

  private constructor(private readonly server: SMTPServer) {}

  static async start(): Promise<MailServer> {
    const made: { self?: MailServer } = {};
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData: (stream, session, done) => {
        void simpleParser(stream).then((mail) => {
          const fault = made.self?.faults.shift();
          if (fault === 'refuse') return done(answer(550, 'no such mailbox'));
          if (fault === 'later') return done(answer(451, 'greylisted, come again'));
          made.self?.mails.push(mail);
          if (fault === 'drop-after-accept') {
            made.self?.drop(session.id);
            return undefined;
          }
          return done();
        }, done);
      },
    });
    // A connection that we cut ourselves is no fault of the server.
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (made.self = new MailServer(server));
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private drop(sessionId: string): void {
    for (const connection of this.server.connections as Set<{ id: string; _socket: { destroy(): void } }>) {
      if (connection.id === sessionId) connection._socket.destroy();
    }
  }
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
