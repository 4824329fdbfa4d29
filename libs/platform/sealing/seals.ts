import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '#platform/config';
import { derivedKey, seal, unseal } from './sealing.js';
import { secretKey } from './secret-key.js';

/** Seals and opens what must not be readable in the database, with the workspace's key; read when first needed. */
@Injectable()
export class Seals {
  private key: Buffer | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  seal(purpose: string, text: string): Buffer {
    return seal(this.secret(), purpose, text);
  }

  /** Throws SealBroken when the text was sealed with another key or for another purpose. */
  open(purpose: string, sealed: Buffer): string {
    return unseal(this.secret(), purpose, sealed);
  }

  /** 32 bytes for signatures of one purpose. */
  signingKey(purpose: string): Buffer {
    return derivedKey(this.secret(), purpose);
  }

  private secret(): Buffer {
    return (this.key ??= secretKey(this.config));
  }
}
