import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Locator, type Page } from '@playwright/test';

interface Rules {
  /** The least height of buttons and fields, in px. */
  readonly controlPx: number;
  /** Widths at which nothing may be wider than the window, in px. */
  readonly narrowPx?: number;
}

/** The least height of a link, in px; one in a sentence is exempt (WCAG 2.2, 2.5.8). */
const inlinePx = 24;
const pictures = process.env['KK_PICTURES'];

/** Looks at a screen in light and dark as axe does, measures its controls, and takes a picture if KK_PICTURES names a folder. */
export class Inspection {
  private readonly page: Page;
  private readonly rules: Rules;

  constructor(page: Page, rules: Rules) {
    this.page = page;
    this.rules = rules;
  }

  /** Goes to an address, waits for its heading and looks. */
  async visit(url: string, heading: string): Promise<void> {
    await this.page.goto(url);
    await this.look(heading, this.page.getByRole('heading', { name: heading }).first());
  }

  /** Looks at what is on the screen now, once `sign` is there. Goes on after a finding, so that a run tells them all. */
  async look(name: string, sign: Locator): Promise<void> {
    await test.step(`look at ${name}`, async () => {
      await expect(sign).toBeVisible();
      await expect(this.page.getByRole('status', { name: 'Laster' })).toHaveCount(0);
      for (const colorScheme of ['light', 'dark'] as const) {
        await this.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await this.askAxe(`${name}, ${colorScheme}`, colorScheme === 'dark' ? ['color-contrast'] : undefined);
        await this.takePicture(`${name} ${colorScheme}`);
      }
      await this.measureControls(name);
      await this.measureWidth(name);
    });
  }

  /** Asks all rules, or those that a change of colours can break. */
  private async askAxe(name: string, rules?: string[]): Promise<void> {
    const axe = new AxeBuilder({ page: this.page }).setLegacyMode(true);
    const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
    const findings = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
    );
    expect.soft(findings, `axe on ${name}`).toEqual([]);
  }

  private async measureControls(name: string): Promise<void> {
    const { page, rules } = this;
    const controls = ['button', 'textbox', 'searchbox', 'combobox'] as const;
    const small = [
      ...(await Promise.all(controls.map((role) => lowerThan(rules.controlPx, page.getByRole(role))))),
      await lowerThan(rules.controlPx, page.locator('a.ds-button')),
      await lowerThan(inlinePx, page.locator(':not(p) > a')),
    ].flat();
    expect.soft(small, `controls that are too low on ${name}`).toEqual([]);
  }

  private async measureWidth(name: string): Promise<void> {
    const { narrowPx } = this.rules;
    const usual = this.page.viewportSize();
    if (narrowPx === undefined || usual === null) return;
    await this.page.setViewportSize({ width: narrowPx, height: usual.height });
    const widthPx: unknown = await this.page.evaluate('document.documentElement.scrollWidth');
    expect.soft(widthPx, `the width of ${name} in a window of ${narrowPx} px`).toBe(narrowPx);
    await this.takePicture(`${name} narrow`);
    await this.page.setViewportSize(usual);
  }

  private async takePicture(name: string): Promise<void> {
    if (pictures === undefined) return;
    const file = name.replace(/[^a-z0-9æøå]+/gi, '-');
    await this.page.screenshot({ path: `${pictures}/${file}.png`, animations: 'disabled' });
  }
}

async function lowerThan(leastPx: number, controls: Locator): Promise<string[]> {
  const judged = (await controls.filter({ visible: true }).all()).map(async (control) => {
    const box = await control.boundingBox();
    // Half a pixel is how a browser rounds; what is 1 px is hidden from sight and comes with the focus.
    if (!box || box.height <= 1 || box.height >= leastPx - 0.5) return [];
    const text = (await control.getAttribute('aria-label')) ?? (await control.textContent()) ?? '';
    return [`${text.trim()}: ${box.height} px`];
  });
  return (await Promise.all(judged)).flat();
}
