import ts from 'typescript';
import { importsOf, listIn, tableIn } from '../check/registries.ts';

/** A line to add to a registry: an import, and an element of a list or an object. */
export interface RegistryLine {
  /** Such as `import { springSaleV1 } from './spring-sale/v1.ts';` */
  readonly importLine: string;
  /** The constant that holds the list or object, such as `VERSIONS`. */
  readonly constant: string;
  /** Such as `springSaleV1`, or `'spring-sale.v1': springSale`. */
  readonly element: string;
}

/**
 * The text of a registry with a line more, both import and element where the alphabet puts them.
 *
 * @throws Error when the registry has no such constant.
 */
export function withLine(fileName: string, text: string, { importLine, constant, element }: RegistryLine): string {
  const file = ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext, true);
  const value = file.text.includes(`${constant}: readonly`) ? listIn(file, constant) : tableIn(file, constant);
  // From the end to the start, so that places before stay where they are.
  return withImport(file, withElement(file, value, element), importLine);
}

function withElement(file: ts.SourceFile, value: ts.ArrayLiteralExpression | ts.ObjectLiteralExpression, element: string): string {
  const { text } = file;
  const elements: readonly ts.Node[] = ts.isArrayLiteralExpression(value) ? value.elements : value.properties;
  const [open, close] = ts.isArrayLiteralExpression(value) ? ['[', ']'] : ['{', '}'];
  const startLine = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line;
  const own = elements.every((node, i) => startLine(node) > startLine(i === 0 ? value : elements[i - 1]!));
  if (!own || elements.length === 0) {
    // All on one line: one a line from now on.
    const all = [...elements.map((node) => node.getText(file)), element].sort(byName).map((one) => `  ${one},\n`);
    return `${text.slice(0, value.getStart(file))}${open}\n${all.join('')}${close}${text.slice(value.end)}`;
  }
  const next = elements.find((node) => byName(node.getText(file), element) > 0);
  if (next) {
    const at = file.getPositionOfLineAndCharacter(startLine(next), 0);
    return `${text.slice(0, at)}  ${element},\n${text.slice(at)}`;
  }
  const end = elements.at(-1)!.end;
  const comma = text[end] === ',' ? 1 : 0;
  return `${text.slice(0, end)},\n  ${element}${comma ? '' : ','}${text.slice(end)}`;
}

function withImport(file: ts.SourceFile, text: string, line: string): string {
  const from = /'(.+)'/.exec(line)![1]!;
  const kin = importsOf(file).filter(({ from: other }) => folderOf(other) === folderOf(from));
  const next = kin.find(({ from: other }) => byName(other, from) > 0);
  const place = next ? next.node.getStart(file) : (kin.at(-1)?.node.end ?? -1) + 1;
  return `${text.slice(0, place)}${line}\n${text.slice(place)}`;
}

/** What imports of one kind share: `./a/v1.ts` and `./b/v2.ts` are versions, `../a/content.ts` contents. */
function folderOf(from: string): string {
  return from.replace(/\/[^/]+\/(?:v\d+|([\w-]+))\.ts$/, '/*/$1');
}

function byName(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
