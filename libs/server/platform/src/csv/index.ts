export { csvLine, csvStart } from './csv.ts';
export { sendCsv, type CsvFile } from './send-csv.ts';
