import { MailDev } from 'maildev';

/** Catches every mail on this machine: SMTP on SMTP_PORT, a page and a REST interface (`/api/email`) on PORT. */
const mailCatcher = new MailDev({
  smtp: Number(process.env['SMTP_PORT']),
  ip: '127.0.0.1',
  web: Number(process.env['PORT']),
  webIp: '127.0.0.1',
  mailDirectory: process.env['MAIL_DIRECTORY'],
});
await mailCatcher.start();
process.once('SIGTERM', () => {
  void mailCatcher.stop().finally(() => process.exit(0));
});
