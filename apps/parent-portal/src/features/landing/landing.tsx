import './texts.ts';
import { Button, Heading, Link as TextLink, Paragraph } from '@digdir/designsystemet-react';
import { Trans, useLingui } from '@lingui/react/macro';
import { BarChartIcon, PadlockLockedIcon, WalletIcon } from '@navikt/aksel-icons';
import { Link, Navigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../../app/session.ts';
import { CanteenCard } from './canteen-card.tsx';
import styles from './landing.module.css';

/** What a family meets first: what the card is, and the way in. */
export function Landing() {
  const { t } = useLingui();
  const session = useSession();

  useEffect(() => {
    document.title = t`Kantinekortet – for skolekantina`;
  }, [t]);

  if (session) return <Navigate to="/barn" replace />;
  return (
    <div className="kk-stack" data-gap="8">
      <section className={styles.hero}>
        <CanteenCard />
        <Heading level={1} data-size="lg" className={styles.title}>
          <Trans>Lunsj i kantina, uten kontanter</Trans>
        </Heading>
        <Paragraph data-size="lg">
          <Trans>Barnet viser kortet i kassa. Du fyller på hjemmefra og ser hva som blir kjøpt.</Trans>
        </Paragraph>
        <div className={styles.actions}>
          <Button asChild>
            <Link to="/ny-profil">
              <Trans>Lag profil</Trans>
            </Link>
          </Button>
          <Button asChild variant="secondary">
            <Link to="/logg-inn">
              <Trans>Logg inn</Trans>
            </Link>
          </Button>
        </div>
      </section>

      <ul className={styles.points}>
        <li>
          <WalletIcon aria-hidden />
          <div>
            <Heading level={2} data-size="2xs">
              <Trans>Fyll på når du vil</Trans>
            </Heading>
            <Paragraph className="kk-subtle">
              <Trans>Bankkort og ingen gebyr. Pengene er på kortet med en gang.</Trans>
            </Paragraph>
          </div>
        </li>
        <li>
          <BarChartIcon aria-hidden />
          <div>
            <Heading level={2} data-size="2xs">
              <Trans>Se hvert kjøp</Trans>
            </Heading>
            <Paragraph className="kk-subtle">
              <Trans>Saldo, kvitteringer og forbruk uke for uke.</Trans>
            </Paragraph>
          </div>
        </li>
        <li>
          <PadlockLockedIcon aria-hidden />
          <div>
            <Heading level={2} data-size="2xs">
              <Trans>Sperr et mistet kort</Trans>
            </Heading>
            <Paragraph className="kk-subtle">
              <Trans>To trykk, og kortet er stengt. Pengene blir stående.</Trans>
            </Paragraph>
          </div>
        </li>
      </ul>

      <section className="kk-panel kk-stack" data-gap="2">
        <Heading level={2} data-size="2xs">
          <Trans>Trenger du hjelp?</Trans>
        </Heading>
        <Paragraph>
          <Trans>
            Mistet kort, påfylling eller noe annet? Skriv til skolen. Kan du ikke lage profil selv, hjelper de deg.
          </Trans>
        </Paragraph>
        <div>
          <TextLink asChild>
            <Link to="/kontakt">
              <Trans>Kontakt skolen</Trans>
            </Link>
          </TextLink>
        </div>
      </section>
    </div>
  );
}
