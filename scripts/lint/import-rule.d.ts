import type { Rule } from 'eslint';

export declare const importRule: Rule.RuleModule;
