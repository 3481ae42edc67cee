export { accountNumberOfIban, formatAccountNumber, parseAccountNumber } from './account-number.ts';
export { cardNumberOf, formatCardNumber, parseCardNumber } from './card-number.ts';
export { cardTokenBytes, cardTokenOf, cardTokenPrefix, parseCardToken } from './card-token.ts';
export { controlCodeLength, controlCodeOf, formatControlCode, parseControlCode } from './control-code.ts';
