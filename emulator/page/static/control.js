// The control API of the emulator: what it cannot do comes back as an Error with its words.

export async function ask(method, path, body) {
  const answer = await fetch(`/control/${path}`, {
    method,
    headers: { "X-Emulator": "1", "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error || answer.statusText);
  return found;
}
