import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The name of a scenario in the three shapes that code has it in. */
export interface ScenarioName {
  /** `spring-sale` */
  readonly kebab: string;
  /** `springSale` */
  readonly camel: string;
  /** `SpringSale` */
  readonly pascal: string;
}

const SHAPE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LONGEST = 40;

/**
 * A name for a new scenario.
 *
 * @throws Error when it is not kebab-case, too long, a word of the language, or taken.
 * @example scenarioName('spring-sale', root).camel // 'springSale'
 */
export function scenarioName(text: string, root: string): ScenarioName {
  if (!SHAPE.test(text)) {
    const suggestion = suggested(text);
    throw new Error(`Expected a name in kebab-case, such as spring-sale, got '${text}'.${suggestion ? ` Perhaps: npx parcours new ${suggestion}` : ' It begins with a letter and has lower-case letters, digits and single dashes.'}`);
  }
  if (text.length > LONGEST) throw new Error(`Expected a name of ${LONGEST} characters at most, got ${text.length}: it is part of every journey's type and shows in every list. Shorten '${text}'.`);
  const camel = text.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (!isFreeWord(camel)) throw new Error(`Expected a name that code can use, got '${text}', which is a word of the language. Say more, such as ${text}-campaign.`);
  for (const place of [`scenarios/${text}`, `test/scenarios/${text}.test.ts`]) {
    if (existsSync(join(root, place))) throw new Error(`Expected a name that is not taken, got '${text}': there is ${place} already, and nothing was changed. For a change to a scenario, add a version: copy its newest v….ts.`);
  }
  return { kebab: text, camel, pascal: `${camel[0]!.toUpperCase()}${camel.slice(1)}` };
}

/** The kebab-case nearest to what was given; empty when nothing of it can stay. */
function suggested(text: string): string {
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  const kebab = words.replace(/[^a-z0-9]+/g, '-').replace(/^[-\d]+|-+$/g, '');
  return SHAPE.test(kebab) ? kebab.slice(0, LONGEST).replace(/-$/, '') : '';
}

function isFreeWord(text: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard, text);
  return scanner.scan() === ts.SyntaxKind.Identifier;
}
