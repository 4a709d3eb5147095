// What this browser remembers: who one was last, what one has read, how far one came in the guide.

let prefix = "sanse/";

export function useStory(name) {
  prefix = `sanse/${name}/`;
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith("sanse/") && !key.startsWith(prefix)) localStorage.removeItem(key);
    }
  } catch { /* a browser that keeps nothing still works */ }
}

export function recall(key, otherwise) {
  try {
    const kept = localStorage.getItem(prefix + key);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch {
    return otherwise;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch { /* nothing to be done */ }
}
