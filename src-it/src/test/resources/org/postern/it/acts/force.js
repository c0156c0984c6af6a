/* Sends what somebody else was offered, from a page of one's own: arguments are that page, a selector of the button, and what was held. */
const [page, selector, held] = PIECES;
return (async () => {
  const shown = await fetch(page);
  const own = new DOMParser().parseFromString(await shown.text(), "text/html");
  const offered = own.querySelectorAll("main " + selector).length;
  const fields = new URLSearchParams(held.body);
  for (const name of ["jakarta.faces.ViewState", "primefaces.nonce"]) {
    const field = own.querySelector(`input[name="${name}"]`);
    if (fields.has(name) && field) {
      fields.set(name, field.value);
    }
  }
  const headers = {"Content-Type": "application/x-www-form-urlencoded"};
  if (held.partial) {
    headers["Faces-Request"] = "partial/ajax";
    headers["X-Requested-With"] = "XMLHttpRequest";
  }
  const answer = held.body ? await fetch(held.url, {method: "POST", headers, body: fields}) : await fetch(held.url);
  return JSON.stringify({offered, status: answer.status, said: await answer.text()});
})();
