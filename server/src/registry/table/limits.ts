import { Refusal } from './refusal';

/** What a file may cost. A national list of 100,000 rows needs a tenth of it. */
export interface Limits {
  readonly octets: number;
  /** Of a workbook once unpacked. */
  readonly octetsDeballes: number;
  readonly entrees: number;
  readonly cellules: number;
}

const MEGA = 1024 * 1024;

export const LIMITS: Limits = {
  octets: 128 * MEGA,
  octetsDeballes: 512 * MEGA,
  entrees: 2_000,
  cellules: 6_000_000,
};

/** Counts what one file has cost so far, and refuses it when it is too much. */
export class Budget {
  private octets = 0;
  private cellules = 0;

  constructor(readonly limits: Limits) {}

  takeBytes(count: number): void {
    this.octets += count;
    if (this.octets > this.limits.octetsDeballes) {
      throw new Refusal('base.refus.bombe', { limite: Math.round(this.limits.octetsDeballes / MEGA) });
    }
  }

  takeCells(count: number): void {
    this.cellules += count;
    if (this.cellules > this.limits.cellules) {
      throw new Refusal('base.refus.cellules', { limite: this.limits.cellules });
    }
  }
}

/** Refuses a file by its size alone: also for whoever can ask for the size before reading. */
export function refuseTooLarge(octets: number, { octets: limite }: Limits): void {
  if (octets > limite) {
    const params = { taille: Math.round(octets / MEGA), limite: Math.round(limite / MEGA) };
    throw new Refusal('base.refus.trop-grand', params);
  }
}
