/**
 * SQL conditions on `pupil p` for what someone types, one for each word, and their parameters from `$first` on. A word
 * of letters is a part of the name (trigram index); one with a digit begins the class, the pupil id or a card's number,
 * which may be written in groups as it is shown.
 */
export function searchConditions(query: string, first: number): { conditions: string[]; parameters: string[] } {
  const words = query
    .replaceAll(/(?<=\d)\s+(?=\d)/g, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const conditions = words.map((word, index) => {
    const parameter = `$${first + index}::text`;
    return /\d/.test(word) ? numberCondition(parameter) : `p.search_name LIKE '%' || search_fold(${parameter}) || '%'`;
  });
  return { conditions, parameters: words.map(literally) };
}

function numberCondition(parameter: string): string {
  return `(
    lower(p.class_name) LIKE lower(${parameter}) || '%'
    OR lower(p.external_id) LIKE lower(${parameter}) || '%'
    OR EXISTS (SELECT 1 FROM card numbered
                WHERE numbered.school_id = p.school_id AND numbered.pupil_id = p.id
                  AND numbered.number LIKE ${parameter} || '%'))`;
}

/** What LIKE would take for a pattern, is meant as typed. */
function literally(word: string): string {
  return word.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
