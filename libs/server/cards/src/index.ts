export { CardSecrets } from './card-secrets.ts';
export { blockReasons, cardStatuses, type BlockReason, type CardStatus } from './card-status.ts';
export { CardsModule } from './cards.module.ts';
