export declare function candidaturePage(): string;
