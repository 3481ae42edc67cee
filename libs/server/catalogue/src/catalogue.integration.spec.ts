import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '@kantinekortet/platform';
import { startTestApi, type HttpClient, type TestApi } from '@kantinekortet/platform/testing';
import { aSchool, signedInGuardian, signedInOffice, signedInSupport, type TestSchool } from '@kantinekortet/testing';
import { CatalogueModule } from './catalogue.module.ts';
import { CatalogueService } from './catalogue.service.ts';
import type { Category, CategoryList } from './category.dto.ts';
import type { Product, ProductList } from './product.dto.ts';
import { vatCodes, vatRatePercent } from './vat.ts';

describe('the catalogue', () => {
  let api: TestApi;
  let school: TestSchool;
  let office: HttpClient;
  beforeAll(async () => {
    api = await startTestApi({ imports: [CatalogueModule] });
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    school = await aSchool(api);
    office = (await signedInOffice(api, school.id)).browser;
  });

  async function aCategory(name: string): Promise<Category> {
    const answer = await office.post<Category>(`schools/${school.id}/categories`, { name });
    expect(answer.status).toBe(201);
    return answer.body;
  }

  async function aProduct(name: string, given: object = {}): Promise<Product> {
    const answer = await office.post<Product>(`schools/${school.id}/products`, {
      name,
      categoryId: null,
      priceOre: 2500,
      ...given,
    });
    expect(answer.status).toBe(201);
    return answer.body;
  }

  async function categoryNames(): Promise<string[]> {
    return (await office.get<CategoryList>(`schools/${school.id}/categories`)).body.items.map(({ name }) => name);
  }

  async function productNames(): Promise<string[]> {
    return (await office.get<ProductList>(`schools/${school.id}/products`)).body.items.map(({ name }) => name);
  }

  it('keeps categories in the order that the office gives them', async () => {
    await aCategory('Varm mat');
    const drinks = await aCategory('Drikke');
    await aCategory(' Frukt ');
    expect(await categoryNames()).toEqual(['Varm mat', 'Drikke', 'Frukt']);
    const path = `schools/${school.id}/categories/${drinks.id}`;
    expect((await office.patch(path, { position: 0, name: 'Drikker' })).body).toEqual({
      id: drinks.id,
      name: 'Drikker',
      position: 0,
    });
    expect(await categoryNames()).toEqual(['Drikker', 'Varm mat', 'Frukt']);
    await office.patch(path, { position: 99 });
    expect(await categoryNames()).toEqual(['Varm mat', 'Frukt', 'Drikker']);
  });

  it('refuses a category name that is taken, empty or too long, and a category that does not exist', async () => {
    await aCategory('Drikke');
    const other = await aCategory('Mat');
    const path = `schools/${school.id}/categories`;
    const taken = { status: 409, body: { code: 'category_name_taken' } };
    expect(await office.post(path, { name: 'DRIKKE' })).toMatchObject(taken);
    expect(await office.patch(`${path}/${other.id}`, { name: 'drikke' })).toMatchObject(taken);
    expect((await office.post(path, { name: '  ' })).status).toBe(400);
    expect((await office.post(path, { name: 'x'.repeat(41) })).status).toBe(400);
    expect(await office.patch(`${path}/${newId()}`, { position: 0 })).toMatchObject({ status: 404 });
    expect(await categoryNames()).toEqual(['Drikke', 'Mat']);
  });

  it('gives a product its first revision, exempt from VAT unless said otherwise', async () => {
    const food = await aCategory('Varm mat');
    expect(await aProduct('Suppe', { categoryId: food.id, priceOre: 3500 })).toMatchObject({
      name: 'Suppe',
      categoryId: food.id,
      position: 0,
      active: true,
      priceOre: 3500,
      vatCode: 'exempt',
      revisionNumber: 1,
    });
    expect(await aProduct('Brus', { vatCode: 'food15' })).toMatchObject({ position: 1, vatCode: 'food15' });
  });

  it('makes a new revision of a new name, price or VAT, and of nothing else', async () => {
    const product = await aProduct('Baguett');
    const path = `schools/${school.id}/products/${product.id}`;
    const dearer = (await office.patch<Product>(path, { priceOre: 2800 })).body;
    expect(dearer).toMatchObject({ priceOre: 2800, revisionNumber: 2, name: 'Baguett' });
    expect(dearer.revisionId).not.toBe(product.revisionId);
    const resting = (await office.patch<Product>(path, { priceOre: 2800, active: false })).body;
    expect(resting).toEqual({ ...dearer, active: false });
    expect((await office.patch<Product>(path, { name: 'Grov baguett', vatCode: 'high25' })).body).toMatchObject({
      revisionNumber: 3,
      active: false,
    });
    const revisions = await api.database.query(
      'SELECT number, name, price_ore FROM product_revision WHERE school_id = $1 AND product_id = $2 ORDER BY number',
      [school.id, product.id],
    );
    expect(revisions).toEqual([
      { number: 1, name: 'Baguett', price_ore: 2500 },
      { number: 2, name: 'Baguett', price_ore: 2800 },
      { number: 3, name: 'Grov baguett', price_ore: 2800 },
    ]);
  });

  it('never changes or deletes a revision', async () => {
    await aProduct('Baguett');
    await expect(api.database.query('UPDATE product_revision SET price_ore = 1')).rejects.toThrow('permission denied');
    await expect(api.database.query('DELETE FROM product_revision')).rejects.toThrow('permission denied');
  });

  it('numbers the revisions of changes at the same moment one after another', async () => {
    const product = await aProduct('Baguett');
    const path = `schools/${school.id}/products/${product.id}`;
    const answers = await Promise.all(
      [1, 2, 3, 4].map((step) => office.patch<Product>(path, { priceOre: 2500 + step })),
    );
    expect(answers.map(({ body }) => body.revisionNumber).sort()).toEqual([2, 3, 4, 5]);
  });

  it('moves a product to a category and out of it', async () => {
    const food = await aCategory('Varm mat');
    const product = await aProduct('Suppe');
    const path = `schools/${school.id}/products/${product.id}`;
    expect((await office.patch(path, { categoryId: food.id })).body).toMatchObject({ categoryId: food.id });
    expect((await office.patch(path, { categoryId: null })).body).toMatchObject({
      categoryId: null,
      revisionNumber: 1,
    });
    expect(await office.patch(path, { categoryId: newId() })).toMatchObject({
      status: 404,
      body: { code: 'category_not_found' },
    });
  });

  it('orders the grid, those not named behind', async () => {
    const [soup, bread, milk] = [await aProduct('Suppe'), await aProduct('Brød'), await aProduct('Melk')];
    const path = `schools/${school.id}/products/order`;
    expect((await office.put(path, { productIds: [milk.id, soup.id] })).status).toBe(204);
    expect(await productNames()).toEqual(['Melk', 'Suppe', 'Brød']);
    expect((await office.put(path, { productIds: [bread.id, bread.id] })).status).toBe(400);
    expect(await office.put(path, { productIds: [newId()] })).toMatchObject({
      status: 404,
      body: { code: 'product_not_found' },
    });
    expect(await productNames()).toEqual(['Melk', 'Suppe', 'Brød']);
  });

  it.each([
    [{ priceOre: -1 }],
    [{ priceOre: 12.5 }],
    [{ priceOre: 10_000_01 }],
    [{ name: '' }],
    [{ vatCode: 'high24' }],
    [{ categoryId: 'mat' }],
  ])('refuses a product with %j', async (wrong) => {
    const request = { name: 'Suppe', categoryId: null, priceOre: 2500, ...wrong };
    expect(await office.post(`schools/${school.id}/products`, request)).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    });
  });

  it('shows the till what is sold, under a version that changes with it', async () => {
    const food = await aCategory('Varm mat');
    await aCategory('Tom');
    const soup = await aProduct('Suppe', { categoryId: food.id });
    const milk = await aProduct('Melk');
    const catalogue = api.get(CatalogueService);
    const first = await catalogue.forTill(school.id);
    expect(first.categories.map(({ name }) => name)).toEqual(['Varm mat']);
    expect(first.products.map(({ name, revisionId }) => [name, revisionId])).toEqual([
      ['Suppe', soup.revisionId],
      ['Melk', milk.revisionId],
    ]);
    expect(await catalogue.forTill(school.id)).toEqual(first);
    await office.patch(`schools/${school.id}/products/${milk.id}`, { active: false });
    const second = await catalogue.forTill(school.id);
    expect(second.products.map(({ name }) => name)).toEqual(['Suppe']);
    expect(second.version).not.toBe(first.version);
  });

  it.each(vatCodes)('names the rate of %s that the till’s prices include', async (code) => {
    const rate = vatRatePercent[code];
    const [row] = await api.database.query('SELECT vat_included($1, $2) AS "vatOre"', [100 * (100 + rate), code]);
    expect(row).toEqual({ vatOre: 100 * rate });
  });

  it('belongs to the school: closed to others, and for support to look at only', async () => {
    const product = await aProduct('Suppe');
    const category = await aCategory('Mat');
    const other = await aSchool(api);
    const stranger = (await signedInOffice(api, other.id)).browser;
    const support = (await signedInSupport(api, school.id)).browser;
    const guardian = (await signedInGuardian(api)).browser;
    const products = `schools/${school.id}/products`;
    expect((await stranger.get(products)).status).toBe(404);
    expect((await stranger.get(`schools/${school.id}/categories`)).status).toBe(404);
    expect((await stranger.patch(`schools/${other.id}/products/${product.id}`, { priceOre: 1 })).status).toBe(404);
    expect((await stranger.patch(`schools/${other.id}/categories/${category.id}`, { name: 'X' })).status).toBe(404);
    const foreignCategory = { name: 'Te', categoryId: category.id, priceOre: 1 };
    expect((await stranger.post(`schools/${other.id}/products`, foreignCategory)).status).toBe(404);
    expect((await support.get(products)).status).toBe(200);
    expect((await support.post(products, { name: 'Te', categoryId: null, priceOre: 1 })).status).toBe(403);
    expect((await support.patch(`${products}/${product.id}`, { priceOre: 1 })).status).toBe(403);
    expect((await support.put(`${products}/order`, { productIds: [product.id] })).status).toBe(403);
    expect((await support.post(`schools/${school.id}/categories`, { name: 'Te' })).status).toBe(403);
    expect((await guardian.get(products)).status).toBe(403);
  });
});
