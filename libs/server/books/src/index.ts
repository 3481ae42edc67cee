export { BooksModule } from './books.module.ts';
export { BooksProofService } from './proof/books-proof.service.ts';
