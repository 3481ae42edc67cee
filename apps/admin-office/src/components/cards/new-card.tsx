import { Button, Checkbox, Paragraph, Textfield } from '@digdir/designsystemet-react';
import { parseCardToken } from '@kantinekortet/codes';
import { ProblemAlert, QueryState, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { keepPreviousData } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../app/api.ts';
import { BlockReasons, type BlockReason } from './block-reasons.tsx';
import { ReplacementFee } from './replacement-fee.tsx';
import { ScanField } from './scan-field.tsx';
import { replacementTexts, useReplaceCard } from './use-replace-card.ts';
import { useScanAnywhere } from './use-scan-anywhere.ts';

interface NewCardProps {
  cardId: string;
  /** Why it was blocked, when it was. */
  firstReason: BlockReason;
  name: string;
  className: string | null;
  /** The case that it is done from. */
  caseId?: string | undefined;
  onDone: () => void;
  onClose: () => void;
}

/** A new card for an old one: says why, sees the fee, scans a card from stock or prints one. */
export function NewCard({ cardId, firstReason, name, className, caseId, onDone, onClose }: NewCardProps) {
  const { t } = useLingui();
  const [reason, setReason] = useState(firstReason);
  const [isWaived, setIsWaived] = useState(false);
  const [waiverReason, setWaiverReason] = useState('');
  const [damagedScan, setDamagedScan] = useState('');
  const [newScan, setNewScan] = useState('');
  const [missed, setMissed] = useState({ scan: false, print: false });
  const damagedField = useRef<HTMLInputElement>(null);
  const newField = useRef<HTMLInputElement>(null);
  const waiverField = useRef<HTMLInputElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  const quote = api.query.useQuery(
    'get',
    '/cards/{id}/replacement-quote',
    { params: { path: { id: cardId }, query: { reason, waived: isWaived } } },
    { placeholderData: keepPreviousData },
  );
  const { replace, busy, error } = useReplaceCard(cardId, onDone);
  const isDamaged = reason === 'damaged';
  const damagedCardToken = parseCardToken(damagedScan);
  const newCardToken = parseCardToken(newScan);
  const nextField = isDamaged && damagedCardToken === undefined ? damagedField : newField;
  useScanAnywhere(nextField);

  function submit(way: 'scan' | 'print') {
    setMissed({ scan: way === 'scan', print: true });
    const missing =
      isDamaged && damagedCardToken === undefined
        ? damagedField
        : isWaived && waiverReason.trim() === ''
          ? waiverField
          : way === 'scan' && newCardToken === undefined
            ? newField
            : undefined;
    if (missing) missing.current?.focus();
    else if (quote.data && !quote.isPlaceholderData) {
      void replace({
        reason,
        ...(caseId !== undefined && { caseId }),
        expectedFeeOre: quote.data.feeOre,
        ...(isDamaged && damagedCardToken !== undefined && { damagedCardToken }),
        ...(isWaived && { waiverReason: waiverReason.trim() }),
        ...(way === 'scan' && newCardToken !== undefined && { newCardToken }),
      });
    }
  }

  return (
    <TitledDialog title={t`Nytt kort til ${[name, className].filter(Boolean).join(', ')}`} onClose={onClose}>
      <Paragraph>
        <Trans>Det gamle kortet slutter å virke for godt. Saldo, grenser og kjøp følger eleven.</Trans>
      </Paragraph>
      <BlockReasons
        legend={<Trans>Hva har skjedd med kortet?</Trans>}
        reason={reason}
        onChoose={(chosen) => {
          setReason(chosen);
          setIsWaived(false);
        }}
      />
      {isDamaged && (
        <ScanField
          ref={damagedField}
          label={<Trans>Skann det ødelagte kortet</Trans>}
          scan={damagedScan}
          isMissed={missed.print}
          onChange={setDamagedScan}
          onScanned={() => newField.current?.focus()}
        />
      )}
      <div aria-live="polite">
        <QueryState query={quote}>{(shown) => <ReplacementFee quote={shown} isWaived={isWaived} />}</QueryState>
      </div>
      {(isWaived || (quote.data?.feeOre ?? 0) > 0 || reason === 'stolen') && (
        <Checkbox
          label={reason === 'stolen' ? t`Ettergi: tyveriet teller ikke som tap` : t`Ettergi gebyret`}
          checked={isWaived}
          onChange={(event) => setIsWaived(event.target.checked)}
        />
      )}
      {isWaived && (
        <Textfield
          ref={waiverField}
          label={t`Begrunnelse`}
          maxLength={500}
          value={waiverReason}
          error={missed.print && waiverReason.trim() === '' ? t`Skriv en begrunnelse` : undefined}
          onChange={(event) => setWaiverReason(event.target.value)}
        />
      )}
      <ScanField
        ref={newField}
        label={<Trans>Skann et kort fra lageret</Trans>}
        scan={newScan}
        isMissed={missed.scan}
        onChange={setNewScan}
        onScanned={() => confirm.current?.focus()}
      />
      <ProblemAlert error={error} texts={replacementTexts} />
      <div className="kk-row">
        <Button ref={confirm} loading={busy} onClick={() => submit('scan')}>
          <Trans>Gi nytt kort</Trans>
        </Button>
        <Button variant="secondary" disabled={busy} onClick={() => submit('print')}>
          <Trans>Skriv ut i stedet</Trans>
        </Button>
        <Button variant="secondary" data-color="neutral" onClick={onClose}>
          <Trans>Avbryt</Trans>
        </Button>
      </div>
    </TitledDialog>
  );
}
