import { formatKr } from '@kantinekortet/money';
import { Config, Mail, type Language, type Letter, type Tx } from '@kantinekortet/platform';
import { Injectable } from '@nestjs/common';
import type { MovedPart } from './chargeback-money.ts';
import type { ChargebackKind } from './chargeback-status.ts';
import { chargebackTexts } from './chargeback-texts.ts';

/** What moved for one child, by the name that its guardian calls it. */
type ToldPart = Pick<MovedPart, 'amountOre' | 'owedOre'> & { readonly childName: string };

interface Reader {
  readonly email: string;
  readonly language: Language;
}

/** Tells whoever paid what happened to the payment, and what it means for each child's card. */
@Injectable()
export class ChargebackLetters {
  private readonly config: Config;
  private readonly mail: Mail;

  constructor(config: Config, mail: Mail) {
    this.config = config;
    this.mail = mail;
  }

  /** Puts the mail on its way in the transaction that moved the money. Nothing moved is nothing to tell. */
  async queue(tx: Tx, kind: ChargebackKind, event: 'taken' | 'returned', moved: readonly MovedPart[]): Promise<void> {
    const [first] = moved;
    const [reader] = await tx.query<Reader[]>('SELECT email::text, language FROM person WHERE id = $1', [
      first?.topUp.payerId ?? null,
    ]);
    if (!reader) return;
    const parts: ToldPart[] = [];
    for (const part of moved) parts.push({ ...part, childName: await childOf(tx, part) });
    await this.mail.queue(tx, chargebackLetter({ kind, event, parts }, reader, this.config.parentUrl));
  }
}

/** The mail itself. */
export function chargebackLetter(
  { kind, event, parts }: { kind: ChargebackKind; event: 'taken' | 'returned'; parts: readonly ToldPart[] },
  { email, language }: Reader,
  parentUrl: string,
): Letter {
  const texts = chargebackTexts[language];
  const story = texts[event][kind];
  const money = (ore: number) => formatKr(ore, language);
  const total = money(parts.reduce((sum, { amountOre }) => sum + amountOre, 0));
  const lines = parts.flatMap(({ childName, amountOre, owedOre }) => {
    if (event === 'returned') return [texts.isBack(childName, money(amountOre))];
    const drawnOre = amountOre - owedOre;
    return [
      ...(drawnOre > 0 ? [texts.drawn(childName, money(drawnOre))] : []),
      ...(owedOre > 0 ? [texts.owed(childName, money(owedOre))] : []),
    ];
  });
  const isOwed = event === 'taken' && parts.some(({ owedOre }) => owedOre > 0);
  return {
    to: email,
    subject: story.subject(total),
    paragraphs: [story.what(total), lines.join('\n'), ...(isOwed ? [texts.owedMeans] : []), story.next],
    action: { label: texts.open, url: parentUrl },
  };
}

async function childOf(tx: Tx, { topUp }: MovedPart): Promise<string> {
  const [child] = await tx.query<{ firstName: string }[]>(
    'SELECT first_name AS "firstName" FROM pupil WHERE school_id = $1 AND wallet_id = $2',
    [topUp.schoolId, topUp.walletId],
  );
  if (!child) throw new Error(`Wallet ${topUp.walletId} is nobody's`);
  return child.firstName;
}
