export { CardSecrets } from './card-secrets.ts';
export { blockReasons, cardStatuses, type BlockReason, type CardStatus } from './card-status.ts';
export { holdersById } from './card-holders.ts';
export { CardsService } from './cards.service.ts';
export { CardsModule } from './cards.module.ts';
export { DrawCardsService, type DrawnCard } from './draw-cards.service.ts';
