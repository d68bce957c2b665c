/** How long a work may hold the server before it lets a keystroke or a hover pass, in milliseconds. */
export const BREATH = 8;

/** Lets what waits in the event loop pass: in node and in a worker alike. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
