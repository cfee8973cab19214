// Calls of the emulator's control API. A refused call throws an Error with the API's message.

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
