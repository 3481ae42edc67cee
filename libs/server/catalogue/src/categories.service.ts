import { Injectable } from '@nestjs/common';
import { brokenConstraint, Database, newId, type Tx } from '@kantinekortet/platform';
import { CategoryNameTaken, CategoryNotFound } from './catalogue.errors.ts';
import type { Category, ChangeCategoryRequest } from './category.dto.ts';
import { lockCatalogue } from './lock-catalogue.ts';

/** The groups of a school's products, in order. */
@Injectable()
export class CategoriesService {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  list(schoolId: string): Promise<Category[]> {
    return this.database.query<Category>(listSql, [schoolId]);
  }

  /** Adds a category behind the others. Throws CategoryNameTaken. */
  async add(schoolId: string, name: string): Promise<Category> {
    return this.database.transaction(async (tx) => {
      await lockCatalogue(tx, schoolId);
      const category = { id: newId(), name, position: (await listOf(tx, schoolId)).length };
      await tx
        .query('INSERT INTO category (school_id, id, name, "position") VALUES ($1, $2, $3, $4)', [
          schoolId,
          category.id,
          name,
          category.position,
        ])
        .catch(refuseTakenName);
      return category;
    });
  }

  /** Renames or moves a category. Throws CategoryNotFound, CategoryNameTaken. */
  async change(schoolId: string, id: string, { name, position }: ChangeCategoryRequest): Promise<Category> {
    return this.database.transaction(async (tx) => {
      await lockCatalogue(tx, schoolId);
      if (name !== undefined) await rename(tx, schoolId, id, name);
      if (position !== undefined) await move(tx, schoolId, id, position);
      const category = (await listOf(tx, schoolId)).find((candidate) => candidate.id === id);
      if (!category) throw new CategoryNotFound();
      return category;
    });
  }
}

const listSql = 'SELECT id, name, "position" FROM category WHERE school_id = $1 ORDER BY "position", id';

function listOf(tx: Tx, schoolId: string): Promise<Category[]> {
  return tx.query<Category[]>(listSql, [schoolId]);
}

async function rename(tx: Tx, schoolId: string, id: string, name: string): Promise<void> {
  await tx
    .query('UPDATE category SET name = $3 WHERE school_id = $1 AND id = $2', [schoolId, id, name])
    .catch(refuseTakenName);
}

/** Puts one category at a place and numbers them all again. */
async function move(tx: Tx, schoolId: string, id: string, position: number): Promise<void> {
  const others = (await listOf(tx, schoolId)).map((category) => category.id).filter((otherId) => otherId !== id);
  await tx.query(
    `UPDATE category c SET "position" = placed.ordinal - 1
       FROM unnest($2::uuid[]) WITH ORDINALITY AS placed (id, ordinal)
      WHERE c.school_id = $1 AND c.id = placed.id`,
    [schoolId, others.toSpliced(position, 0, id)],
  );
}

function refuseTakenName(error: unknown): never {
  throw brokenConstraint(error) === 'category_name_once' ? new CategoryNameTaken() : error;
}
