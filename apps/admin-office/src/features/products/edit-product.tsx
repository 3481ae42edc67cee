import { Checkbox, Field, Label, Select } from '@digdir/designsystemet-react';
import { parseOre } from '@kantinekortet/money';
import { Form, FormField, ProblemAlert, TitledDialog } from '@kantinekortet/ui';
import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../app/api.ts';
import { useSchoolId } from '../../app/school.ts';
import { FormActions } from '../../components/form-actions.tsx';
import { KronerField, toKronerText } from '../../components/kroner-field.tsx';
import { vatCodes, type Category, type Product, type VatCode } from './product-types.ts';
import { useVatLabel } from '../../components/vat-label.ts';

interface ProductValues {
  name: string;
  price: string;
  vatCode: VatCode;
  categoryId: string;
  active: boolean;
}

interface EditProductProps {
  product: Product | undefined;
  categories: readonly Category[];
  onClose: () => void;
}

/** A new product, or a change; a new name, price or VAT becomes a new revision, and old receipts keep theirs. */
export function EditProduct({ product, categories, onClose }: EditProductProps) {
  const { t } = useLingui();
  const vatLabel = useVatLabel();
  const form = useForm<ProductValues>({
    defaultValues: {
      name: product?.name ?? '',
      price: product ? toKronerText(product.priceOre) : '',
      vatCode: product?.vatCode ?? 'exempt',
      categoryId: product?.categoryId ?? '',
      active: product?.active ?? true,
    },
    shouldFocusError: false,
  });
  const save = useSaveProduct(product, onClose);
  return (
    <TitledDialog title={product ? product.name : t`Ny vare`} onClose={onClose}>
      <ProblemAlert error={save.error} />
      <Form form={form} onSubmit={(values) => save.mutateAsync(values).catch(() => undefined)}>
        <FormField
          form={form}
          name="name"
          label={t`Navn på kassen`}
          maxLength={60}
          rules={{ required: t`Skriv et navn` }}
        />
        <KronerField form={form} name="price" label={t`Pris`} />
        <Field>
          <Label htmlFor="categoryId">
            <Trans>Kategori</Trans>
          </Label>
          <Select id="categoryId" {...form.register('categoryId')}>
            <option value="">{t`Ingen`}</option>
            {categories.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field>
          <Label htmlFor="vatCode">
            <Trans>Merverdiavgift</Trans>
          </Label>
          <Select id="vatCode" {...form.register('vatCode')}>
            {vatCodes.map((code) => (
              <option key={code} value={code}>
                {vatLabel(code)}
              </option>
            ))}
          </Select>
        </Field>
        {product && <Checkbox label={t`Vises på kassen`} {...form.register('active')} />}
        <FormActions busy={save.isPending} onCancel={onClose}>
          <Trans>Lagre</Trans>
        </FormActions>
      </Form>
    </TitledDialog>
  );
}

function useSaveProduct(product: Product | undefined, onSaved: () => void) {
  const schoolId = useSchoolId();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ name, price, vatCode, categoryId, active }: ProductValues) => {
      const body = { name: name.trim(), priceOre: parseOre(price) ?? 0, vatCode, categoryId: categoryId || null };
      if (product === undefined) {
        await api.client.POST('/schools/{schoolId}/products', { params: { path: { schoolId } }, body });
      } else {
        const params = { path: { schoolId, id: product.id } };
        await api.client.PATCH('/schools/{schoolId}/products/{id}', { params, body: { ...body, active } });
      }
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['get', '/schools/{schoolId}/products'] });
      onSaved();
    },
  });
}
