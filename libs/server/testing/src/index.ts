export { aCard, type TestCard } from './a-card.ts';
export { aPerson, type TestPerson } from './a-person.ts';
export { aPupil, makeGuardian, type TestPupil } from './a-pupil.ts';
export { aSchool, type TestSchool } from './a-school.ts';
export { mailedToken, mailsTo } from './mails.ts';
export {
  pairedRegisterBrowser,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type SignedIn,
} from './signed-in.ts';
