export declare function sampleCsv(count: number): string;
export declare function sampleXlsx(count: number): Uint8Array;
