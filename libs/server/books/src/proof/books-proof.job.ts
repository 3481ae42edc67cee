import { Jobs } from '@kantinekortet/platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { BooksProofService } from './books-proof.service.ts';

const everyNight = '15 2 * * 1-6';
const everySunday = '15 2 * * 0';

/** Proves the books every night, all of them every Sunday. A finding is an error in the log, one line each. */
@Injectable()
export class BooksProofJob implements OnModuleInit {
  private readonly logger = new Logger(BooksProofJob.name);
  private readonly jobs: Jobs;
  private readonly proofs: BooksProofService;

  constructor(jobs: Jobs, proofs: BooksProofService) {
    this.jobs = jobs;
    this.proofs = proofs;
  }

  onModuleInit(): void {
    this.jobs.every('books-proof', everyNight, () => this.run({ isWhole: false }));
    this.jobs.every('books-proof-whole', everySunday, () => this.run({ isWhole: true }));
  }

  private async run(scope: { readonly isWhole: boolean }): Promise<void> {
    const { findings } = await this.proofs.run(scope);
    for (const finding of findings) this.logger.error(finding, 'The books do not hold');
    if (findings.length === 0) this.logger.log('The books are proven');
  }
}
