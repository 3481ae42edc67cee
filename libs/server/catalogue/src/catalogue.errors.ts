import { DomainError } from '@kantinekortet/platform';

export class CategoryNotFound extends DomainError {
  constructor() {
    super('not_found', 'category_not_found', 'There is no such category.');
  }
}

export class CategoryNameTaken extends DomainError {
  constructor() {
    const detail = 'Another category has this name.';
    super('conflict', 'category_name_taken', detail, {
      errors: [{ pointer: '/name', code: 'category_name_taken', detail }],
    });
  }
}

export class ProductNotFound extends DomainError {
  constructor() {
    super('not_found', 'product_not_found', 'There is no such product.');
  }
}
