import type { Letter } from './letter.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** The HTML part of a mail: one column, system fonts, readable without images. */
export function renderHtml({ subject, paragraphs, action }: Omit<Letter, 'to'>): string {
  const body = paragraphs.map((text) => `<p style="margin:0 0 16px">${escape(text).replaceAll('\n', '<br>')}</p>`);
  const button = action
    ? `<p style="margin:24px 0"><a href="${escape(action.url)}" style="background:#0b5d4e;border-radius:8px;color:#ffffff;display:inline-block;font-weight:600;padding:14px 22px;text-decoration:none">${escape(action.label)}</a></p>`
    : '';
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(subject)}</title></head><body style="background:#f6f4ef;margin:0;padding:24px"><div style="background:#ffffff;border-radius:12px;color:#1c2b28;font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:520px;padding:32px"><p style="color:#0b5d4e;font-weight:700;margin:0 0 24px">Kantinekortet</p>${body.join('')}${button}</div></body></html>`;
}
