import { DomainError } from '@kantinekortet/platform';

/** A closed day takes no receipt, loses none, and is not closed again. */
export class TerminalDayClosed extends DomainError {
  constructor(day: string) {
    super('conflict', 'terminal_day_closed', `The terminal's day ${day} is closed.`, { facts: { day } });
  }
}

/** A day that has not come cannot be closed. */
export class TerminalDayAhead extends DomainError {
  constructor() {
    super('unprocessable', 'terminal_day_ahead', 'This day has not come yet.');
  }
}

/** Who recorded receipts of the day cannot explain the difference away alone, as long as a colleague recorded none. */
export class TerminalDayNeedsAnother extends DomainError {
  constructor() {
    super(
      'forbidden',
      'terminal_day_needs_another',
      'A day that differs is closed by who recorded none of its receipts.',
    );
  }
}

/** The terminal says something else than the receipts: find the mistake, or say in a note why. */
export class TerminalDayDiffers extends DomainError {
  constructor(receiptsTotalOre: number, terminalTotalOre: number) {
    super('unprocessable', 'terminal_day_differs', 'The totals differ: a note has to say why.', {
      facts: { receiptsTotalOre, terminalTotalOre, differenceOre: terminalTotalOre - receiptsTotalOre },
    });
  }
}
