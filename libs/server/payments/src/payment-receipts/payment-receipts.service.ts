import { Clock, Mail, type Language, type Tx } from '@kantinekortet/platform';
import type { ProviderPayment } from '@kantinekortet/providers';
import { Injectable } from '@nestjs/common';
import { merchantOf } from '../merchant.ts';
import type { BookedTopUp } from '../top-up-bookings.ts';
import { paymentReceiptLetter, type ReceiptPart } from './payment-receipt-letter.ts';

/** Every payment is followed by a receipt to whoever paid: written when it is booked, so once. */
@Injectable()
export class PaymentReceipts {
  private readonly clock: Clock;
  private readonly mail: Mail;

  constructor(clock: Clock, mail: Mail) {
    this.clock = clock;
    this.mail = mail;
  }

  /** Puts the receipt of a payment on its way, in the transaction that books its top-ups. */
  async queue(tx: Tx, booked: readonly BookedTopUp[], payment: ProviderPayment): Promise<void> {
    const [any] = booked;
    const reader = any && (await addresseeOf(tx, any.topUp.payerId));
    if (!reader) return;
    const { paymentSchoolId, paymentId } = any.topUp;
    const parts: ReceiptPart[] = [];
    for (const one of booked) parts.push(await partOf(tx, one));
    const merchant = await merchantOf(tx, paymentSchoolId);
    const receipt = { number: paymentId, paidAt: this.clock.now(), payment, parts, merchant };
    await this.mail.queue(tx, paymentReceiptLetter(receipt, reader));
  }
}

async function addresseeOf(
  tx: Tx,
  personId: string,
): Promise<{ readonly email: string; readonly language: Language } | undefined> {
  const [person] = await tx.query<{ email: string; language: Language }[]>(
    'SELECT email, language FROM person WHERE id = $1',
    [personId],
  );
  return person;
}

async function partOf(tx: Tx, { topUp, settled, balanceOre }: BookedTopUp): Promise<ReceiptPart> {
  const [child] = await tx.query<Pick<ReceiptPart, 'childName' | 'className' | 'schoolName'>[]>(
    `SELECT p.first_name AS "childName", p.class_name AS "className", s.name AS "schoolName"
       FROM pupil p JOIN school s ON s.id = p.school_id WHERE p.school_id = $1 AND p.wallet_id = $2`,
    [topUp.schoolId, topUp.walletId],
  );
  if (!child) throw new Error(`Wallet ${topUp.walletId} is nobody's`);
  return { ...child, amountOre: topUp.amountOre, settled, balanceOre };
}
