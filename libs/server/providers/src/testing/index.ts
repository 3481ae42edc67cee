export { aCardMerchant, answerApproval, answerBank, payWithCard, testCards } from '../stripe/testing/card-merchant.ts';
export { anAppMerchant, answerInApp } from '../vipps/testing/app-merchant.ts';
export {
  PaymentSandbox,
  type OrderedFault,
  type SandboxMerchant,
  type SandboxPayment,
  type SandboxRefund,
  type SandboxWebhook,
} from './payment-sandbox.ts';
