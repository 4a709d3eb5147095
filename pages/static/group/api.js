// Asking the server; every answer is JSON.

export class Refused extends Error {
  constructor(status) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

async function answer(response) {
  if (!response.ok) throw new Refused(response.status);
  return response.json();
}

export async function get(path, values = {}) {
  const query = new URLSearchParams(values).toString();
  return answer(await fetch(query ? `${path}?${query}` : path, { cache: "no-store" }));
}

export async function post(path, data) {
  const headers = { "Content-Type": "application/json" };
  return answer(await fetch(path, { method: "POST", headers, body: JSON.stringify(data) }));
}

export function listen(heard) {
  const source = new EventSource("/api/events");
  source.onmessage = () => heard(true);
  source.onerror = () => heard(false);
}
