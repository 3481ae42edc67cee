import { describe, expect, it } from '@jest/globals';
import { layersOf, type Layer, type LayerEntry } from './layers.ts';

type Move = Record<string, unknown> & Pick<LayerEntry, 'entry'>;

/** A wallet's story in short words, numbered in order. */
class Story {
  private readonly entries: LayerEntry[] = [];
  private operations = 0;

  topUp(payerId: string | null, amountOre: number, paymentReference: string | null = payerId && `${payerId}-1`): this {
    return this.add({
      entry: 'in',
      ...{ payerId, paymentReference, amountOre, reversesOperationId: null, seq: this.next },
    });
  }

  takes(
    operationId: string,
    amountOre: number,
    paymentReference: string | null = null,
    holdId: string | null = null,
  ): this {
    return this.add({
      entry: 'out',
      ...{ payerId: null, paymentReference, amountOre, operationId, holdId, seq: this.next },
    });
  }

  returns(reversesOperationId: string, amountOre: number): this {
    return this.add({
      entry: 'in',
      ...{ payerId: null, paymentReference: null, amountOre, reversesOperationId, seq: this.next },
    });
  }

  holds(holdId: string, payerId: string | null, amountOre: number): this {
    return this.add({ entry: 'hold', ...{ payerId, paymentReference: null, amountOre, holdId, seq: this.next } });
  }

  ends(holdId: string, postedOre: number): this {
    return this.add({ entry: 'hold_end', holdId, postedOre, seq: this.next });
  }

  /** Whose money is left, oldest first, as `mother 30`. */
  get left(): string[] {
    return layersOf(this.entries).map((layer: Layer) => `${layer.payerId ?? 'nobody'} ${layer.amountOre}`);
  }

  private get next(): number {
    return (this.operations += 1);
  }

  private add(entry: LayerEntry & Move): this {
    this.entries.push(entry);
    return this;
  }
}

describe('whose money a wallet holds', () => {
  it('a sale takes the oldest layer first', () => {
    const story = new Story().topUp('mother', 50).topUp('father', 50).takes('sale', 60);
    expect(story.left).toEqual(['father 40']);
  });

  it('a return restores the layers that the sale took, newest first', () => {
    const story = new Story().topUp('mother', 50).topUp('father', 50).takes('sale', 60).returns('sale', 15);
    expect(story.left).toEqual(['mother 5', 'father 50']);
    expect(story.returns('sale', 45).left).toEqual(['mother 50', 'father 50']);
  });

  it('a return finds its layers although later sales took more', () => {
    const story = new Story().topUp('mother', 50).topUp('father', 50).takes('first', 30).takes('second', 40);
    expect(story.left).toEqual(['father 30']);
    expect(story.returns('first', 30).left).toEqual(['mother 30', 'father 30']);
  });

  it("a refund hold takes the payer's own layers at once, and a void puts them back", () => {
    const story = new Story().topUp('mother', 50).topUp('father', 50).holds('refund', 'father', 40);
    expect(story.left).toEqual(['mother 50', 'father 10']);
    expect(story.ends('refund', 0).left).toEqual(['mother 50', 'father 50']);
  });

  it('a hold that posts in part gives the rest back to its payer', () => {
    const story = new Story().topUp('mother', 50).topUp('father', 50).holds('refund', 'mother', 50).takes('sale', 20);
    expect(story.left).toEqual(['father 30']);
    expect(story.ends('refund', 35).takes('payout', 35, null, 'refund').left).toEqual(['mother 15', 'father 30']);
  });

  it('a payout that comes back is the same payer’s again', () => {
    const story = new Story().topUp('mother', 50).topUp('father', 50).holds('refund', 'father', 50);
    story.ends('refund', 50).takes('payout', 50, null, 'refund').returns('payout', 50);
    expect(story.left).toEqual(['mother 50', 'father 50']);
  });

  it('a chargeback removes its own layer first, then the oldest', () => {
    const story = new Story()
      .topUp('mother', 50)
      .topUp('father', 50)
      .takes('sale', 20)
      .takes('dispute', 60, 'father-1');
    expect(story.left).toEqual(['mother 20']);
  });

  it('goodwill belongs to nobody', () => {
    const story = new Story().topUp(null, 20).topUp('mother', 50).takes('sale', 10);
    expect(story.left).toEqual(['nobody 10', 'mother 50']);
  });

  it('newer payments of a payer are held before older ones, as refunds go back', () => {
    const story = new Story().topUp('mother', 50, 'old').topUp('mother', 50, 'new').holds('refund', 'mother', 60);
    expect(story.left).toEqual(['mother 40']);
  });

  it('entries that take more than came in are refused', () => {
    expect(() => new Story().topUp('mother', 10).takes('sale', 11).left).toThrow('never came in');
    expect(() => new Story().topUp('mother', 10).holds('h', 'mother', 5).takes('payout', 6, null, 'h').left).toThrow(
      'never held',
    );
  });
});
