/** A file of that many requests of HOP-DPI-Va2, 200 unless told, all right and of some 4 KB each. */
export declare function largeSample(count?: number): string;
