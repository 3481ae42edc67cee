export { aPerson, type TestPerson } from './a-person.ts';
export { aSchool, type TestSchool } from './a-school.ts';
export {
  pairedRegisterBrowser,
  signedInGuardian,
  signedInOffice,
  signedInSupport,
  type SignedIn,
} from './signed-in.ts';
