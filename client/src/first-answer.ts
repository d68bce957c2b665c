/**
 * Asks the quick way; when that fails, or says nothing for `patience` milliseconds, the sure way too. Gives what
 * answers first, and fails only when both fail.
 */
export async function firstAnswer<T>(
  quick: () => Promise<T>,
  sure: () => Promise<T>,
  patience: number,
): Promise<T> {
  const asked = quick();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), patience);
  });
  try {
    return await Promise.race([asked, late]);
  } catch {
    return await Promise.any([asked, sure()]);
  } finally {
    clearTimeout(timer);
  }
}
