export interface RandomNumbers {
  next(): number;
  nat(below: number): number;
  pick<Value>(list: readonly Value[]): Value;
}
export function randomOf(seed: number): RandomNumbers;
export function optionOf(name: string, otherwise: number): number;
