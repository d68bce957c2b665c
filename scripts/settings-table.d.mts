export declare function settingsTable(): string;
export declare function withSettings(page: string): string;
