/** A file of that many requests of MDV-LGC-Va1, 200 unless told: most are right, some KO, some over their ceiling. */
export declare function mixedSample(count?: number): string;
