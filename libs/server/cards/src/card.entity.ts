import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BlockReason, CardStatus } from './card-status.ts';

/** Who acts on a card: someone with a right to the pupil, or the school's office. */
export type CardActorRole = 'guardian' | 'office';

/** A card and whom it identifies. */
@Entity('card')
export class Card {
  @PrimaryColumn('uuid', { name: 'school_id' })
  schoolId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  /** Ten digits, printed on the card and in its letter. */
  @Column('text')
  number!: string;

  @Column('text')
  status!: CardStatus;

  /** Null while in stock. */
  @Column('uuid', { name: 'pupil_id', nullable: true })
  pupilId!: string | null;

  /** Of what the card's QR code says. */
  @Column('bytea', { name: 'token_hmac' })
  tokenHmac!: Buffer;

  /** Of the newest letter's code, bound to the card's number. */
  @Column('bytea', { name: 'control_code_hmac' })
  controlCodeHmac!: Buffer;

  @Column('timestamptz', { name: 'control_code_used_at', nullable: true })
  controlCodeUsedAt!: Date | null;

  @Column('uuid', { name: 'control_code_used_by', nullable: true })
  controlCodeUsedBy!: string | null;

  @Column('uuid', { name: 'batch_id' })
  batchId!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** When it became the pupil's. */
  @Column('timestamptz', { name: 'issued_at', nullable: true })
  issuedAt!: Date | null;

  @Column('timestamptz', { name: 'blocked_at', nullable: true })
  blockedAt!: Date | null;

  @Column('text', { name: 'block_reason', nullable: true })
  blockReason!: BlockReason | null;

  @Column('uuid', { name: 'blocked_by', nullable: true })
  blockedBy!: string | null;

  /** Decides who may lift the block. */
  @Column('text', { name: 'blocked_by_role', nullable: true })
  blockedByRole!: CardActorRole | null;
}

/** What a card without a block has in the columns of one. */
export const notBlocked = { blockedAt: null, blockReason: null, blockedBy: null, blockedByRole: null };
