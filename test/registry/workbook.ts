import { strToU8, zipSync } from 'fflate';

/** A cell as its XML, or a text that becomes an inline string. */
export type SheetCell = string | { readonly xml: string };

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook made for a test: each sheet is rows of cells, or its XML. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[] | string>>,
  more: {
    readonly strings?: string;
    readonly styles?: string;
    readonly hidden?: string;
    readonly level?: 0;
  } = {},
): Uint8Array {
  const names = Object.keys(sheets);
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets>${names
      .map(
        (name, at) => `<sheet name="${name}" ${name === more.hidden ? 'state="hidden" ' : ''}r:id="s${at}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map(
        (_name, at) =>
          `<Relationship Id="s${at}" Type="${RELATIONS}/worksheet" Target="worksheets/s${at}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="t" Type="${RELATIONS}/sharedStrings" Target="/xl/strings.xml"/><Relationship Id="y" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  };
  if (more.strings !== undefined) files['xl/strings.xml'] = `<sst>${more.strings}</sst>`;
  if (more.styles !== undefined) files['xl/styles.xml'] = `<styleSheet>${more.styles}</styleSheet>`;
  Object.values(sheets).forEach((sheet, at) => {
    files[`xl/worksheets/s${at}.xml`] =
      typeof sheet === 'string'
        ? sheet
        : `<worksheet><sheetData>${sheet.map(row).join('')}</sheetData></worksheet>`;
  });
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function row(cells: readonly SheetCell[], at: number): string {
  const inside = cells.map((cell) =>
    typeof cell === 'string' ? `<c t="inlineStr"><is><t>${cell}</t></is></c>` : cell.xml,
  );
  return `<row r="${at + 1}">${inside.join('')}</row>`;
}

export const number = (value: number | string, style?: number): SheetCell => ({
  xml: `<c${style === undefined ? '' : ` s="${style}"`}><v>${value}</v></c>`,
});
