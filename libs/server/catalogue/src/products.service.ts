import { Injectable } from '@nestjs/common';
import { brokenConstraint, Clock, Database, newId, type Tx } from '@kantinekortet/platform';
import { CategoryNotFound, ProductNotFound } from './catalogue.errors.ts';
import { lockCatalogue } from './lock-catalogue.ts';
import type { ChangeProductRequest, NewProductRequest, Product } from './product.dto.ts';
import type { VatCode } from './vat.ts';

interface Revision {
  readonly id: string;
  readonly productId: string;
  readonly number: number;
  readonly name: string;
  readonly priceOre: number;
  readonly vatCode: VatCode;
}

/** Where a change comes from: a school, and who of its office makes it. */
export interface CatalogueEditor {
  readonly schoolId: string;
  readonly personId: string;
}

/** What the canteen sells. A change of name, price or VAT is a new revision; sales keep the one they used. */
@Injectable()
export class ProductsService {
  private readonly database: Database;
  private readonly clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.database = database;
    this.clock = clock;
  }

  /** All products in the order of the grid, those no longer sold too. */
  list(schoolId: string): Promise<Product[]> {
    return this.database.query<Product>(`${productSql} ORDER BY p."position", p.id`, [schoolId]);
  }

  /** Adds a product behind the others. Throws CategoryNotFound. */
  async add(editor: CatalogueEditor, request: NewProductRequest): Promise<Product> {
    const { schoolId } = editor;
    return this.database.transaction(async (tx) => {
      await lockCatalogue(tx, schoolId);
      const { name, priceOre, vatCode, categoryId } = request;
      const productId = newId();
      const revision = { id: newId(), productId, number: 1, name, priceOre, vatCode };
      await tx
        .query(
          `INSERT INTO product (school_id, id, category_id, "position", current_revision_id, created_at)
           SELECT $1, $2, $3, coalesce(max("position") + 1, 0), $4, $5 FROM product WHERE school_id = $1`,
          [schoolId, productId, categoryId, revision.id, this.clock.now()],
        )
        .catch(refuseUnknownCategory);
      await this.addRevision(tx, editor, revision);
      return readProduct(tx, schoolId, productId);
    });
  }

  /** Changes what is named. Throws ProductNotFound, CategoryNotFound. */
  async change(editor: CatalogueEditor, productId: string, change: ChangeProductRequest): Promise<Product> {
    const { schoolId } = editor;
    return this.database.transaction(async (tx) => {
      await lockCatalogue(tx, schoolId);
      const before = await readProduct(tx, schoolId, productId);
      const { active = before.active, categoryId = before.categoryId } = change;
      const { name = before.name, priceOre = before.priceOre, vatCode = before.vatCode } = change;
      let revisionId = before.revisionId;
      if (name !== before.name || priceOre !== before.priceOre || vatCode !== before.vatCode) {
        revisionId = newId();
        const number = before.revisionNumber + 1;
        await this.addRevision(tx, editor, { id: revisionId, productId, number, name, priceOre, vatCode });
      }
      await tx
        .query(
          `UPDATE product SET active = $3, category_id = $4, current_revision_id = $5 WHERE school_id = $1 AND id = $2`,
          [schoolId, productId, active, categoryId, revisionId],
        )
        .catch(refuseUnknownCategory);
      return readProduct(tx, schoolId, productId);
    });
  }

  /** Puts these products first, in this order; the others follow as they were. Throws ProductNotFound. */
  async order(schoolId: string, productIds: readonly string[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      await lockCatalogue(tx, schoolId);
      const all = await tx.query<Product[]>(`${productSql} ORDER BY p."position", p.id`, [schoolId]);
      const known = new Set(all.map(({ id }) => id));
      const first = productIds.map((id) => id.toLowerCase());
      if (!first.every((id) => known.has(id))) throw new ProductNotFound();
      const named = new Set(first);
      const placed = [...first, ...[...known].filter((id) => !named.has(id))];
      await tx.query(
        `UPDATE product p SET "position" = placed.ordinal - 1
           FROM unnest($2::uuid[]) WITH ORDINALITY AS placed (id, ordinal)
          WHERE p.school_id = $1 AND p.id = placed.id`,
        [schoolId, placed],
      );
    });
  }

  private async addRevision(tx: Tx, { schoolId, personId }: CatalogueEditor, revision: Revision): Promise<void> {
    await tx.query(
      `INSERT INTO product_revision (school_id, id, product_id, number, name, price_ore, vat_code, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        schoolId,
        revision.id,
        revision.productId,
        revision.number,
        revision.name,
        revision.priceOre,
        revision.vatCode,
        personId,
        this.clock.now(),
      ],
    );
  }
}

const productSql = `
  SELECT p.id, r.name, p.category_id AS "categoryId", p."position", p.active, r.price_ore AS "priceOre",
         r.vat_code AS "vatCode", r.id AS "revisionId", r.number AS "revisionNumber"
    FROM product p
    JOIN product_revision r ON r.school_id = p.school_id AND r.id = p.current_revision_id
   WHERE p.school_id = $1`;

async function readProduct(tx: Tx, schoolId: string, productId: string): Promise<Product> {
  const [product] = await tx.query<Product[]>(`${productSql} AND p.id = $2`, [schoolId, productId]);
  if (!product) throw new ProductNotFound();
  return product;
}

function refuseUnknownCategory(error: unknown): never {
  throw brokenConstraint(error) === 'product_category' ? new CategoryNotFound() : error;
}
