// Proof, without a browser, that a served VS Code works: used by `npm start -- --check`.

/** Fetches the workbench at `address` as a browser would, with its main script; throws when something is missing. */
export async function verifyAnswer({ server, address, id, installed }) {
  const stranger = await fetch(server.url);
  expect(stranger.status === 403, `without its token the server answers ${stranger.status}`);
  const welcome = await fetch(address, { redirect: 'manual' });
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0];
  expect(cookie, `no session cookie (${welcome.status})`);
  const page = await fetch(new URL(welcome.headers.get('location') ?? '', address), { headers: { cookie } });
  const html = await page.text();
  expect(
    page.ok && html.includes('vscode-workbench-web-configuration'),
    `no workbench at ${address} (${page.status})`,
  );
  const script = /src="([^"]*workbench\.js)"/.exec(html)?.[1];
  expect(script, 'the page names no workbench script');
  const code = await fetch(new URL(script, server.url), { headers: { cookie } });
  expect(code.ok, `the workbench script answers ${code.status}`);
  expect(installed.includes(id), `the extension ${id} is not among: ${installed.join(', ')}`);
  console.log(
    `Vérifié : le plan de travail répond, ${id} y est. / Checked: the workbench answers, ${id} is in it.`,
  );
}

function expect(truth, otherwise) {
  if (!truth) {
    throw new Error(otherwise);
  }
}
