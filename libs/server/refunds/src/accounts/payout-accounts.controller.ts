import { Caller, mustHaveJustSignedIn, Requires, type PersonPrincipal } from '@kantinekortet/identity';
import { Clock } from '@kantinekortet/platform';
import { Body, Controller, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PayerWallets } from '../payer-wallets.ts';
import { PayersAccountView } from '../refund.dto.ts';
import { PayoutAccountRequest } from './payout-account.dto.ts';
import { PayoutAccounts } from './payout-accounts.service.ts';

@ApiTags('refunds')
@Controller('wallets/:walletId')
@Requires('guardian')
export class PayoutAccountsController {
  private readonly clock: Clock;
  private readonly wallets: PayerWallets;
  private readonly accounts: PayoutAccounts;

  constructor(clock: Clock, wallets: PayerWallets, accounts: PayoutAccounts) {
    this.clock = clock;
    this.wallets = wallets;
    this.accounts = accounts;
  }

  @Put('payout-account')
  @ApiOperation({ summary: "Say where the bank sends one's money at this wallet's school. Needs a recent sign-in" })
  @ApiOkResponse({ type: PayersAccountView })
  async record(
    @Caller() caller: PersonPrincipal,
    @Param('walletId', ParseUUIDPipe) walletId: string,
    @Body() request: PayoutAccountRequest,
  ): Promise<PayersAccountView> {
    const { schoolId } = await this.wallets.find(caller, walletId);
    mustHaveJustSignedIn(caller, this.clock.now());
    const { personId } = caller;
    const owner = { schoolId, payerKind: 'person', payerId: personId, recordedBy: personId } as const;
    const { id, last4, usableAt } = await this.accounts.record(owner, request);
    return { id, last4, usableAt };
  }
}
