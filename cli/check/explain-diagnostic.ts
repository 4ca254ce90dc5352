import ts from 'typescript';
import { REPORTS_OF } from '../../scenarios/vocabulary/index.ts';

/** The compiler's codes that are asked for below. */
const NO_SUCH_PROPERTY = [2339, 2551];
const TOO_FEW_ARGUMENTS = [2554, 2555, 2575];
const NOT_ASSIGNABLE = [2322, 2345, 2769];
const LACKS_PROPERTY = [2739, 2740, 2741];
const MEDIUM_OF: Readonly<Record<string, string>> = { print: 'print', email: 'email', inviteToFollow: 'social', addToAudience: 'audience' };

/** What the compiler found, as a rule of ours teaches it; undefined where the compiler's own words must do. */
export function explained(file: ts.SourceFile, { code, start, messageText }: ts.Diagnostic): { rule: string; message: string } | undefined {
  if (start === undefined) return undefined;
  const node = nodeAt(file, start);
  const text = ts.flattenDiagnosticMessageText(messageText, ' ');
  if (NO_SUCH_PROPERTY.includes(code)) return impossibleWait(node);
  if ((LACKS_PROPERTY.includes(code) || NOT_ASSIGNABLE.includes(code)) && (/'purpose'/.test(text) || /type 'Purpose'/.test(text))) {
    return {
      rule: 'touch-without-consent-class',
      message: `Expected the message to say which consent it needs, got ${LACKS_PROPERTY.includes(code) ? 'no purpose' : `something else (${text})`}. Add purpose: 'marketing', or 'service' when it is about something that the person ordered or asked for.`,
    };
  }
  const call = ts.findAncestor(node, ts.isCallExpression);
  const step = call && ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : undefined;
  if (!call || !step) return undefined;
  if ((step === 'waitFor' || step === 'sleep') && (TOO_FEW_ARGUMENTS.includes(code) || (LACKS_PROPERTY.includes(code) && /'for'/.test(text)) || (NOT_ASSIGNABLE.includes(code) && /Property 'for' is missing/.test(text)))) {
    return { rule: 'wait-without-end', message: `Expected ${step} to say how long, got nothing that does. Add { for: '21 days' } to a wait, '3 days' to a sleep.` };
  }
  const medium = MEDIUM_OF[step];
  if (medium && NOT_ASSIGNABLE.includes(code) && call.arguments[0] && contains(call.arguments[0], node)) {
    return {
      rule: 'touch-without-consent-class',
      message: `Expected the name of a message of the scenario that goes by ${medium}, got ${call.arguments[0].getText(file)}. Define it in messages/ with its medium and purpose and add it to messages/index.ts, or correct the name.`,
    };
  }
  return undefined;
}

/** `touch.on.something` that the touch's medium never reports. */
function impossibleWait(node: ts.Node): { rule: string; message: string } | undefined {
  const access = ts.isPropertyAccessExpression(node.parent) ? node.parent : undefined;
  if (!access || access.name !== node || !ts.isPropertyAccessExpression(access.expression) || access.expression.name.text !== 'on') return undefined;
  const kind = access.name.text;
  const why = /^open(ed|s)?$/.test(kind) ? 'whether something was opened can’t be known; wait for what a person does with it, such as a click, a scan or a visit' : Object.entries(REPORTS_OF).map(([medium, kinds]) => `${medium} reports ${kinds.join(', ')}`).join('; ');
  return { rule: 'unreachable-branch', message: `Expected a wait for something that ${access.expression.expression.getText()} can report, got '${kind}', which never comes: ${why}.` };
}

function nodeAt(file: ts.SourceFile, position: number): ts.Node {
  let found: ts.Node = file;
  const visit = (node: ts.Node): void => {
    if (node.getStart(file) > position || node.getEnd() <= position) return;
    found = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return found;
}

function contains(outer: ts.Node, inner: ts.Node): boolean {
  return inner.pos >= outer.pos && inner.end <= outer.end;
}
