import { DomainError } from '@kantinekortet/platform';

/** The file is no answer of a bank (pain.002) that can be read. */
export class BankAnswerUnreadable extends DomainError {
  constructor(why: string) {
    super('unprocessable', 'bank_answer_unreadable', `This is not an answer of a bank that can be read: ${why}.`);
  }
}
