/** What a bank says of one payment. */
export interface AnsweredLine {
  readonly endToEndId: string;
  readonly status: string;
  readonly reason?: string;
  /** As the bank writes it, such as `50.00`. */
  readonly amount?: string;
  readonly currency?: string;
}

/** A bank's answer (pain.002.001.03) to the file with this message id, as banks write it. */
export function aBankAnswer(
  messageId: string,
  said: {
    readonly group?: string;
    readonly groupReason?: string;
    readonly lines?: readonly AnsweredLine[];
    readonly createdAt?: string;
  },
): Buffer {
  const { group, groupReason, lines = [], createdAt = '2026-11-23T10:00:00+01:00' } = said;
  const transactions = lines.map(({ endToEndId, status, reason, amount, currency = 'NOK' }) => {
    const original =
      amount === undefined
        ? ''
        : `<OrgnlTxRef><Amt><InstdAmt Ccy="${currency}">${amount}</InstdAmt></Amt></OrgnlTxRef>`;
    return `<TxInfAndSts><OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>${status}</TxSts>${why(reason)}${original}</TxInfAndSts>`;
  });
  const payments =
    lines.length === 0
      ? ''
      : `<OrgnlPmtInfAndSts><OrgnlPmtInfId>${messageId}</OrgnlPmtInfId>${transactions.join('')}</OrgnlPmtInfAndSts>`;
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.03"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>${createdAt}</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${messageId}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.03</OrgnlMsgNmId>${
      group === undefined ? '' : `<GrpSts>${group}</GrpSts>${why(groupReason)}`
    }</OrgnlGrpInfAndSts>${payments}</CstmrPmtStsRpt></Document>`,
  );
}

function why(reason: string | undefined): string {
  return reason === undefined ? '' : `<StsRsnInf><Rsn><Cd>${reason}</Cd></Rsn></StsRsnInf>`;
}
