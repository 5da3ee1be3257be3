// Prints the values of a workbook as exceljs reads them: {"sheet": [[cell, …], …], …}.
// usage: node exceljs_values.mjs FOLDER-WITH-NODE_MODULES BOOK.xlsx
import { createRequire } from 'node:module';
import path from 'node:path';

const [, , packages, book] = process.argv;
const ExcelJS = createRequire(path.resolve(packages, 'package.json'))('exceljs');
const workbook = new ExcelJS.Workbook();
await workbook.xlsx.readFile(book);

function plain(value) {
  if (value === null || typeof value !== 'object') return value;
  if ('richText' in value) return value.richText.map((run) => run.text).join('');
  return 'text' in value ? plain(value.text) : String(value);
}

const sheets = {};
workbook.eachSheet((sheet) => {
  sheets[sheet.name] = [];
  for (let number = 1; number <= sheet.rowCount; number += 1) {
    const cells = sheet.getRow(number).values.slice(1);
    sheets[sheet.name].push(Array.from(cells, (value) => plain(value ?? null)));
  }
});
console.log(JSON.stringify(sheets));
