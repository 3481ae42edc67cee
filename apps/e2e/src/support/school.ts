import { v7 as newId } from 'uuid';
import { ApiDoor, type Cookies } from './api-door.ts';
import { freshClassName, freshEmail, freshWord } from './fresh.ts';
import { linkInMailTo } from './mailbox.ts';
import { readLetters, readPrintedCards, readTokens, type Letter, type PrintedCard } from './printed-cards.ts';

export interface Classmate {
  readonly id: string;
  readonly walletId: string;
  readonly name: string;
  readonly className: string;
  readonly classId: string;
}

export interface Enrolled extends Classmate {
  readonly card: PrintedCard;
}

export interface Till {
  readonly registerId: string;
  readonly registerName: string;
  readonly cashierName: string;
  readonly cookies: Cookies;
}

interface Account {
  readonly email: string;
  readonly password: string;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

interface List<Item> {
  readonly items: readonly Item[];
}

const pin = '135790';

/** A demo school, seen from its office. */
export class School {
  readonly id: string;
  readonly office: ApiDoor;

  private constructor(id: string, office: ApiDoor) {
    this.id = id;
    this.office = office;
  }

  static async signIn(account: Account): Promise<School> {
    const office = await ApiDoor.open('admin-office');
    const { roles } = await office.post<{ roles: { schoolId: string }[] }>('sessions', account);
    const [role] = roles;
    if (!role) throw new Error(`${account.email} works at no school`);
    return new School(role.schoolId, office);
  }

  /** A new pupil alone in a new class, who has no card yet. */
  async enrolWithoutCard(name: string): Promise<Classmate> {
    const className = freshClassName();
    const csv = Buffer.from(rosterOf([name], className));
    const upload = this.path('roster-imports?fileName=elever.csv');
    const preview = await this.office.upload<{ id: string }>(upload, csv, 'text/csv');
    await this.office.post(this.path(`roster-imports/${preview.id}/apply`), { fileIsComplete: false, matches: [] });

    const classes = await this.office.get<List<Named>>(this.path('classes'));
    const classId = classes.items.find((candidate) => candidate.name === className)?.id ?? '';
    const pupils = await this.office.get<List<{ pupilId: string }>>(this.path(`pupils?classId=${classId}`));
    const id = pupils.items[0]?.pupilId ?? '';
    const { walletId } = await this.office.get<{ walletId: string }>(this.path(`pupils/${id}`));
    return { id, walletId, name, className, classId };
  }

  /** A new pupil alone in a new class, whose card and letter are printed. */
  async enrol(name: string): Promise<Enrolled> {
    const pupil = await this.enrolWithoutCard(name);
    const batch = { classId: pupil.classId, includeLetters: true, printNames: true };
    const [card] = await readPrintedCards(await this.office.download(this.path('card-batches'), batch));
    if (!card) throw new Error(`No card was printed for ${name}`);
    return { ...pupil, card };
  }

  async allowWithoutCard(): Promise<void> {
    await this.office.patch(this.path('settings'), { allowWithoutCard: true });
  }

  /** What a scanner reads on a new card from stock. */
  async stockCard(): Promise<string> {
    const batch = { count: 1, includeLetters: false, printNames: false };
    const [token] = await readTokens(await this.office.download(this.path('card-batches'), batch));
    if (token === undefined) throw new Error('No card was printed for stock');
    return token;
  }

  /** The pupil has lost the card, and gets one from stock for what it costs. */
  async loseCard({ id }: Classmate): Promise<void> {
    const { items } = await this.office.get<List<{ id: string }>>(`pupils/${id}/cards`);
    const old = `cards/${items[0]?.id ?? ''}`;
    const { feeOre } = await this.office.get<{ feeOre: number }>(`${old}/replacement-quote?reason=lost`);
    const wish = { id: newId(), reason: 'lost', expectedFeeOre: feeOre, newCardToken: await this.stockCard() };
    await this.office.post(`${old}/replacements`, wish);
  }

  /** A second letter to a pupil, with a new control code. */
  async newLetter({ id }: Enrolled): Promise<Letter> {
    const [letter] = await readLetters(await this.office.download(this.path(`pupils/${id}/letter`), {}));
    if (!letter) throw new Error('No letter was printed');
    return letter;
  }

  /** A till of its own, paired and with a cashier of its own signed in. */
  async openTill(): Promise<Till> {
    const suffix = freshWord();
    const registerName = `Kasse ${suffix}`;
    const cashierName = `Bjarne ${suffix}`;
    const register = await this.office.post<Named>(this.path('registers'), { name: registerName });
    const cashier = await this.office.post<Named>(this.path('cashiers'), { name: cashierName, pin });
    const drawn = await this.office.post<{ code: string }>(this.path(`registers/${register.id}/pairing-codes`));
    const till = await ApiDoor.open('canteen-checkout');
    await till.post('registers/pair', { code: drawn.code });
    await till.post('registers/current/cashier-sessions', { cashierId: cashier.id, pin });
    const cookies = await till.cookies();
    await till.close();
    return { registerId: register.id, registerName, cashierName, cookies };
  }

  /** Somebody without a profile writes to the school; answers the case's id. */
  receiveQuestion(name: string, message: string): Promise<string> {
    return this.receive({ topic: 'other', message, name });
  }

  /** Somebody without a profile reports a child's card as lost; answers the case's id. */
  receiveLoss(name: string, childName: string): Promise<string> {
    return this.receive({ topic: 'lost_card', message: 'Kortet er borte.', name, childName });
  }

  private async receive(told: { topic: string; message: string; name: string; childName?: string }): Promise<string> {
    const visitor = await ApiDoor.open('parent-portal');
    const id = newId();
    await visitor.post('support-cases', { id, schoolId: this.id, email: freshEmail(), language: 'nb', ...told });
    await visitor.close();
    return id;
  }

  /** A colleague writes a note in a case. */
  async noteInCase(caseId: string, body: string): Promise<void> {
    const { seq } = await this.office.get<{ seq: number }>(this.path(`support-cases/${caseId}`));
    await this.office.post(this.path(`support-cases/${caseId}/messages`), {
      id: newId(),
      kind: 'note',
      body,
      seenSeq: seq,
    });
  }

  /** A new colleague, by an invitation that was accepted; answers how to sign in. */
  async inviteColleague(name: string, role: 'office' | 'support'): Promise<Account> {
    const account = { email: freshEmail(), password: 'rundstykker-og-brunost' };
    await this.office.post(this.path('staff/invitations'), { email: account.email, role });
    const token = new URL(await linkInMailTo(account.email)).searchParams.get('token') ?? '';
    const visitor = await ApiDoor.open('admin-office');
    await visitor.post(`staff-invitations/${token}/accept`, { name, password: account.password });
    await visitor.close();
    return account;
  }

  /** A new colleague, who has signed in. */
  async addColleague(name: string, role: 'office' | 'support'): Promise<Cookies> {
    const account = await this.inviteColleague(name, role);
    const colleague = await ApiDoor.open('admin-office');
    await colleague.post('sessions', account);
    const cookies = await colleague.cookies();
    await colleague.close();
    return cookies;
  }

  path(tail: string): string {
    return `schools/${this.id}/${tail}`;
  }
}

/** A roster file as the school's administrative system would export it. */
export function rosterOf(names: readonly string[], className: string): string {
  const rows = names.map((name) => {
    const [first = '', ...last] = name.split(' ');
    return [freshWord(), first, last.join(' '), '14.03.2012', className].join(';');
  });
  return ['Elev-ID;Fornavn;Etternavn;Fødselsdato;Klasse', ...rows, ''].join('\r\n');
}
