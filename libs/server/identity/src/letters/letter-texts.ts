import type { StaffRoleName } from '../access/principal.ts';

/** What a mail says. Links are added by whoever sends it. */
export interface LetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What the button says, in a mail with a link. */
  readonly actionLabel?: string;
}

/** Every mail of identity, in one language. None repeats what the receiver's counterpart typed, such as a name. */
export interface LetterTexts {
  readonly verifyEmail: () => LetterText;
  readonly alreadyHasProfile: () => LetterText;
  readonly resetPassword: () => LetterText;
  readonly passwordChanged: () => LetterText;
  readonly approveEmailChange: (newEmail: string) => LetterText;
  readonly confirmNewEmail: () => LetterText;
  readonly newEmailIsTaken: () => LetterText;
  readonly emailChanged: (oldEmail: string, newEmail: string) => LetterText;
  readonly invitation: (schoolName: string, role: StaffRoleName) => LetterText;
}
