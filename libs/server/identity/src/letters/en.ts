import type { LetterTexts } from './letter-texts.ts';

const roles = { office: 'the school office', support: 'customer service' } as const;

/** English. */
export const en: LetterTexts = {
  verifyEmail: () => ({
    subject: 'Confirm your e-mail address',
    paragraphs: [
      'Thank you for using Kantinekortet. Press the button to confirm your e-mail address. Then you can sign in.',
      'The link works for 24 hours. If you did not make a profile, you can ignore this e-mail.',
    ],
    actionLabel: 'Confirm the e-mail address',
  }),
  alreadyHasProfile: () => ({
    subject: 'You already have a profile',
    paragraphs: [
      'Someone tried to make a profile in Kantinekortet with this e-mail address, but you already have one. You can sign in as usual.',
      'Forgot your password? Choose “Forgotten password” when you sign in. If it was not you who tried, you need not do anything.',
    ],
    actionLabel: 'Sign in',
  }),
  resetPassword: () => ({
    subject: 'Make a new password',
    paragraphs: [
      'Someone has asked for a new password for your profile in Kantinekortet. Press the button to make one.',
      'The link works for one hour, and only once. If it was not you who asked, you can ignore this e-mail. Your password has not changed.',
    ],
    actionLabel: 'Make a new password',
  }),
  passwordChanged: () => ({
    subject: 'Your password was changed',
    paragraphs: [
      'The password of your profile in Kantinekortet was changed, and you were signed out everywhere.',
      'Was it not you? Choose “Forgotten password” when you sign in, and contact us.',
    ],
  }),
  approveEmailChange: (newEmail) => ({
    subject: 'Approve a new e-mail address',
    paragraphs: [
      `You have asked to change your e-mail address in Kantinekortet to ${newEmail}. Press the button to approve it.`,
      'The change happens when you have confirmed from both addresses. The link works for 24 hours.',
      'Was it not you who asked? Do not press the button, and make a new password.',
    ],
    actionLabel: 'Approve the change',
  }),
  confirmNewEmail: () => ({
    subject: 'Confirm your new e-mail address',
    paragraphs: [
      'Press the button to confirm that you want to use this e-mail address in Kantinekortet.',
      'The change happens when you have confirmed from both addresses. The link works for 24 hours. If you did not ask for this, you can ignore this e-mail.',
    ],
    actionLabel: 'Confirm the e-mail address',
  }),
  newEmailIsTaken: () => ({
    subject: 'The e-mail address is already in use',
    paragraphs: [
      'Someone tried to change to this e-mail address in Kantinekortet, but you already have a profile with it. Nothing has changed.',
      'Was it you? Sign in with this address, or choose another address for the other profile.',
    ],
    actionLabel: 'Sign in',
  }),
  emailChanged: (oldEmail, newEmail) => ({
    subject: 'Your e-mail address was changed',
    paragraphs: [
      `Your e-mail address in Kantinekortet was changed from ${oldEmail} to ${newEmail}. Use the new one when you sign in.`,
      'You were signed out on other devices. If it was not you who changed the address, contact us.',
    ],
  }),
  invitation: (schoolName, role) => ({
    subject: `Invitation to Kantinekortet at ${schoolName}`,
    paragraphs: [
      `You are invited to work in Kantinekortet for ${roles[role]} at ${schoolName}. Press the button to accept.`,
      'The link works for seven days. If you know nothing of this, you can ignore this e-mail.',
    ],
    actionLabel: 'Accept',
  }),
};
