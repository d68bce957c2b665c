export declare function rulesSection(): unknown;
export declare function withRules(manifest: unknown): unknown;
export declare function withTitles(texts: unknown, langue: 'fr' | 'en'): unknown;
export declare function withRuleNames(schema: unknown): unknown;
