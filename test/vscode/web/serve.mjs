// Microsoft's server of the VS Code that runs wholly in the browser.
import { createRequire } from 'node:module';
import net from 'node:net';

/**
 * Serves `build` (from ensureWebBuild) with the options of @vscode/test-web, and opens no browser: ours is driven as in
 * the other runs. Gives { url, stop }.
 */
export async function serveWeb(build, options) {
  const { open } = createRequire(import.meta.url)(build.testWeb);
  const port = await freePort();
  const served = await open({
    browserType: 'none',
    quality: 'stable',
    commit: build.commit,
    testRunnerDataDir: build.builds,
    host: 'localhost', // webviews live on <id>.localhost
    port,
    ...options,
  });
  return { url: `http://localhost:${port}`, stop: () => served.dispose() };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, 'localhost', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
