import { Module } from '@nestjs/common';

/** Books that prove themselves: the nightly proof, the money held for customers, and exports. */
@Module({})
export class BooksModule {}
