export declare function rulesIndex(): string;
