/** The schema of SARIF 2.1.0. */
export declare function sarifSchema(): object;
