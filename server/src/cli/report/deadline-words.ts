// The words of dates are the same for a terminal, a spreadsheet and a panel.
export { etapeWords, etatWord, noteWords, supersededText } from '../../regulation/deadline-words';
