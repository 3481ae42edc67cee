import { Injectable } from '@nestjs/common';
import type { PersonPrincipal } from '@kantinekortet/identity';
import { GuardianDiscretion, type PupilKey } from '@kantinekortet/schools';
import type { StatementLine } from '@kantinekortet/wallet';
import type { Payer } from './wallet.dto.ts';

/** A movement as somebody may see it. */
export interface SeenLine extends StatementLine {
  /** To a guardian, of what somebody paid. */
  readonly payer?: Payer;
}

export type PayerView = (line: StatementLine) => SeenLine;

/** What an operation stores of how it was paid. */
const paymentFacts: ReadonlySet<string> = new Set([
  'paymentMethod',
  'paymentReference',
  'cardBrand',
  'cardLast4',
  'isAutomatic',
  // Whether a bank or the school gave it back is between them and the payer.
  'reason',
]);

/** How people see who paid: staff everything; a guardian own payments whole, of others' that money came. */
@Injectable()
export class PayerViews {
  private readonly discretion: GuardianDiscretion;

  constructor(discretion: GuardianDiscretion) {
    this.discretion = discretion;
  }

  /** That it was another guardian is said only where the two may know of each other. */
  async of({ app, personId }: PersonPrincipal, { schoolId, pupilId }: PupilKey): Promise<PayerView> {
    if (app === 'admin-office') return everything;
    const visible = await this.discretion.visibleTo(personId, schoolId, pupilId);
    return (line) => {
      const { payerId } = line;
      if (payerId === null) return line;
      if (payerId === personId) return { ...line, payer: 'you' };
      return { ...line, result: unpaid(line.result), payer: visible.has(payerId) ? 'other_guardian' : 'undisclosed' };
    };
  }
}

/** What the office sees. */
export const everything: PayerView = (line) => line;

function unpaid(result: StatementLine['result']): StatementLine['result'] {
  return Object.fromEntries(
    Object.entries(result).filter(([fact, value]) => !paymentFacts.has(fact) || isAtDesk(value)),
  );
}

/** That money was received at the school's desk says nothing of who stood there. */
function isAtDesk(value: unknown): boolean {
  return value === 'terminal' || value === 'invoice';
}
