import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import nodemailer from 'nodemailer';
import { CONFIG, type Config } from '#platform/config';
import { DELIVERY_PATIENCE_MS, type Outcome } from './delivery-life-cycle.js';
import { mailForm } from './mail-form.js';
import type { Links, Message } from './message.js';

/**
 * Mail by SMTP. A server that took a mail and then was lost sight of may get it again: mail is delivered at least once.
 * The Message-ID is the same each time, so that servers and readers that look at it show one mail.
 */
@Injectable()
export class SendMail implements OnApplicationShutdown {
  private transport: ReturnType<typeof makeTransport> | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'mail'>) {}

  /** Null when no mail server is set up. */
  get from(): string | null {
    return this.config.mail?.from ?? null;
  }

  async send(to: { name: string; email: string }, message: Message, links: Links): Promise<Outcome> {
    const { mail } = this.config;
    if (!mail) return { refused: 'no mail server is set up', code: 'mail-not-set-up' };
    this.transport ??= makeTransport(mail.smtpUrl);
    try {
      await this.transport.sendMail({
        ...mailForm(message, links),
        from: mail.from,
        to: { name: to.name, address: to.email },
        messageId: `<${message.key}@${domainOf(mail.from)}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { sent: true };
    } catch (error) {
      return mailOutcome(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport?.close();
  }
}

function makeTransport(url: string) {
  return nodemailer.createTransport({
    url,
    connectionTimeout: DELIVERY_PATIENCE_MS / 2,
    greetingTimeout: DELIVERY_PATIENCE_MS / 2,
    socketTimeout: DELIVERY_PATIENCE_MS,
  });
}

function domainOf(from: string): string {
  return /@([\w.-]+)/.exec(from)?.[1] ?? 'passerelle';
}

/** A 5xx answer is for good (RFC 5321, 4.2.1), but for a sign-in that an administrator can put right. */
function mailOutcome(error: unknown): Outcome {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  const detail = message ?? String(error);
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH') {
    return { refused: detail, code: 'mail-refused' };
  }
  return { failed: detail, code: 'mail-not-delivered' };
}
