import { Injectable } from '@nestjs/common';
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { Config } from '../config.ts';

const nonceLength = 12;
const tagLength = 16;

/** Keyed digests and sealed values, each purpose with a key of its own derived from SECRET_KEY. */
@Injectable()
export class Secrets {
  private readonly keys = new Map<string, Buffer>();
  /** The same keys as OpenSSL keeps them: importing one costs four times the digest itself. */
  private readonly hmacKeys = new Map<string, KeyObject>();
  private readonly config: Config;

  constructor(config: Config) {
    this.config = config;
  }

  /** HMAC-SHA256 of a token or code, 32 bytes; the same text under another purpose gives another digest. */
  hmac(purpose: string, text: string): Buffer {
    let key = this.hmacKeys.get(purpose);
    if (!key) {
      key = createSecretKey(this.key(purpose));
      this.hmacKeys.set(purpose, key);
    }
    return createHmac('sha256', key).update(text).digest();
  }

  /** A key of 32 bytes for one purpose. */
  key(purpose: string): Buffer {
    let key = this.keys.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.config.secretKey, '', purpose, 32));
      this.keys.set(purpose, key);
    }
    return key;
  }

  /** Encrypts with AES-256-GCM: nonce, tag, ciphertext. */
  seal(purpose: string, text: string): Buffer {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.key(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Opens what `seal` made. Throws when it was changed or sealed for another purpose. */
  open(purpose: string, sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key(purpose), sealed.subarray(0, nonceLength));
    decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
    const text = Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()]);
    return text.toString('utf8');
  }
}
