import { newId, Secrets } from '@kantinekortet/platform';
import type { TestApi } from '@kantinekortet/platform/testing';
import { aPerson, type SignedIn, type TestPupil } from '@kantinekortet/testing';
import { DepositsService } from '@kantinekortet/wallet';

/** A guardian's own money, old enough to go by the bank, an account of hers, and a refund of some of it: their ids. */
export async function aRefund(api: TestApi, { schoolId, walletId }: TestPupil, { person, browser }: SignedIn) {
  const [accountId, refundId, now] = [newId(), newId(), api.clock.now()];
  const booking = { id: newId(), actor: 'system:test', occurredAt: now, paymentReference: newId() };
  const deposit = { schoolId, walletId, amountOre: 20_000, payerId: person.id, clearing: 'stripe' };
  await api.database.transaction((tx) => api.get(DepositsService).topUp(tx, { ...deposit, ...booking }));
  await api.database.query(
    `INSERT INTO payout_account (school_id, id, payer_kind, payer_id, holder_name, sealed_number, last4, recorded_by,
                                 recorded_at, usable_at)
     VALUES ($1, $2, 'person', $3, 'Kari', '\\x00', '3056', $3, $4, $4::timestamptz + interval '72 hours')`,
    [schoolId, accountId, person.id, now],
  );
  const wish = { id: refundId, walletId, amountOre: 1_000, payoutAccountId: accountId };
  const { status } = await browser.post('refunds', wish);
  if (status !== 201) throw new Error(`A refund for the scene was refused: ${status}`);
  const payouts = await aPayout(api, schoolId, refundId);
  const answers = await aKeptAnswer(api, schoolId, payouts, person.id);
  return { refunds: refundId, 'payout-accounts': accountId, payouts, answers, lines: '1' };
}

/** What the bank knows the scene's payment file by. */
export function messageIdOf(payoutId: string): string {
  return `KK-${payoutId.replaceAll('-', '')}`;
}

/** The bank says of a file, by pain.002, that all of it is paid. */
export function aBankAnswer(messageId: string): Buffer {
  return Buffer.from(
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
       <GrpHdr><MsgId>1</MsgId><CreDtTm>2026-11-23T10:00:00Z</CreDtTm></GrpHdr>
       <OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><GrpSts>ACSC</GrpSts></OrgnlGrpInfAndSts>
     </CstmrPmtStsRpt></Document>`,
  );
}

/** A payment file that somebody has prepared, with a line of the refund in it: its id. */
async function aPayout(api: TestApi, schoolId: string, refundId: string): Promise<string> {
  const id = newId();
  await api.database.query(
    `INSERT INTO payout_file (school_id, id, number, message_id, line_count, total_ore, execution_on, content, prepared_by,
                              prepared_at)
     VALUES ($1, $2, 1, $3, 1, 1000, '2026-11-24', '\\x00', $4, $5)`,
    [schoolId, id, messageIdOf(id), (await aPerson(api)).id, api.clock.now()],
  );
  await api.database.query(
    `INSERT INTO payout_line (school_id, file_id, number, part_id, end_to_end_id, amount_ore)
     SELECT $1, $2, 1, id, replace(id::text, '-', ''), 1000 FROM refund_part WHERE school_id = $1 AND refund_id = $3`,
    [schoolId, id, refundId],
  );
  return id;
}

/** What the bank has said of the payment file: its id. */
async function aKeptAnswer(api: TestApi, schoolId: string, payoutId: string, personId: string): Promise<string> {
  const id = newId();
  const content = api.get(Secrets).seal('payout-bank-answer', aBankAnswer(messageIdOf(payoutId)).toString('base64'));
  await api.database.query(
    `INSERT INTO payout_bank_answer (school_id, file_id, id, digest, content, received_at, received_by)
     VALUES ($1, $2, $3, sha256($4), $4, $5, $6)`,
    [schoolId, payoutId, id, content, api.clock.now(), personId],
  );
  return id;
}
