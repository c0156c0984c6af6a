/* Times in the visitor's own zone, and a calm refresh. Loaded on each page; needs nothing else. */
"use strict";
const Postern = (() => {
  /* The page's language, as the reader's own country writes it. */
  const language = document.documentElement.lang;
  const written = navigator.languages.find(one => one === language || one.startsWith(language + "-")) || language;
  const day = new Intl.DateTimeFormat(written, {year: "numeric", month: "short", day: "2-digit"});
  const clock = new Intl.DateTimeFormat(written, {hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23"});
  const zone = new Intl.DateTimeFormat(language, {timeZoneName: "short"});
  const relative = new Intl.RelativeTimeFormat(language, {numeric: "auto"});
  const units = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

  function ago(moment) {
    const seconds = Math.round((moment - Date.now()) / 1000);
    const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) || ["second", 1];
    return relative.format(Math.trunc(seconds / length), unit);
  }

  function absolute(moment) {
    return day.format(moment) + " " + clock.format(moment);
  }

  function zoneOf(moment) {
    return zone.formatToParts(moment).find(part => part.type === "timeZoneName").value;
  }

  function write(element, text) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  function times() {
    document.querySelectorAll("time.when").forEach(element => {
      const moment = new Date(element.dateTime);
      if (isNaN(moment)) {
        return;
      }
      if (element.children.length !== 2) {
        element.replaceChildren(document.createElement("span"), document.createElement("small"));
        element.title = moment.toISOString();
      }
      write(element.children[0], absolute(moment));
      write(element.children[1], zoneOf(moment) + ", " + ago(moment));
    });
    document.querySelectorAll("time.exact").forEach(element => {
      const moment = new Date(element.dateTime);
      if (!isNaN(moment) && !element.title) {
        element.title = moment.toISOString();
        write(element, absolute(moment) + "." + String(moment.getMilliseconds()).padStart(3, "0") + " " + zoneOf(moment));
      }
    });
  }

  /* Asks for itself, without the session, every five seconds. What does not answer in time takes no mail that we know of. */
  const asked = 5000;
  const patience = 4000;

  async function health() {
    const pill = document.getElementById("state");
    let tone = "dim";
    let text = pill.dataset.gone;
    try {
      const answer = await fetch("ready?language=" + language, {cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(patience)});
      const lines = (await answer.text()).trim().split(/\r?\n/);
      if (answer.status === 200 && lines[0] === "ready") {
        [tone, text] = ["good", pill.dataset.good];
      } else if (answer.status === 503 && lines[0] && (answer.headers.get("Content-Type") || "").startsWith("text/plain")) {
        [tone, text] = ["bad", pill.dataset.bad.replace("…", () => lines.join("; "))];
      } else {
        text += ": " + answer.status;
      }
    } catch (gone) {
      /* it says so above */
    }
    pill.className = "pill " + tone;
    write(pill.querySelector("[role=status]"), text);
    setTimeout(health, asked);
  }

  /* What is chosen stays chosen when the page is loaded anew, and is forgotten when it is acted on, or its lines are others. */
  const kept = () => "chosen " + location.pathname + location.search;
  const ticks = () => [...document.querySelectorAll("input[name=chosen]")];

  function count() {
    const all = ticks();
    const chosen = all.filter(one => one.checked);
    document.querySelectorAll("output.picked").forEach(output => {
      output.dataset.none ||= output.textContent;
      write(output, chosen.length === 0 ? output.dataset.none : output.dataset.some.replace("{0}", chosen.length));
    });
    document.querySelectorAll("input.every").forEach(every => {
      every.checked = all.length > 0 && chosen.length === all.length;
      every.indeterminate = chosen.length > 0 && chosen.length < all.length;
    });
    sessionStorage.setItem(kept(), JSON.stringify(chosen.map(one => one.value)));
  }

  function choice() {
    const before = new Set(JSON.parse(sessionStorage.getItem(kept()) || "[]"));
    ticks().forEach(one => { one.checked = before.has(one.value); });
    document.addEventListener("change", event => {
      if (event.target.matches("input.every")) {
        ticks().forEach(one => { one.checked = event.target.checked; });
      }
      if (event.target.matches("input.every, input[name=chosen]")) {
        count();
      }
    });
    if (ticks().length > 0) {
      count();
    }
  }

  function isAtRest(id) {
    const area = document.getElementById(id);
    const focus = document.activeElement;
    const marked = document.getSelection();
    return area !== null && (!area.contains(focus) || focus.closest(".bulk") !== null)
      && area.querySelector("input:checked, details[open]:not([data-open])") === null
      && (marked.isCollapsed || (!area.contains(marked.anchorNode) && !area.contains(marked.focusNode)));
  }

  /* Not while somebody works in one of these, has chosen, marked or unfolded something there, or does not look. */
  function mayRefresh(...places) {
    const dialog = document.querySelector(".ui-dialog[aria-hidden='false']");
    return !document.hidden && !dialog && places.every(isAtRest);
  }

  const calm = 5000;

  function refresh(area) {
    if (area && mayRefresh(area.id)) {
      window[area.dataset.refresh]();
    }
  }

  /* Whoever comes back from a form is where he was. */
  function returned() {
    const line = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1).replaceAll("+", " ")));
    if (line) {
      line.focus();
    }
  }

  function escape(event) {
    if (event.key === "Escape") {
      const no = [...document.querySelectorAll(".ui-confirmdialog-no")].find(button => button.offsetParent !== null);
      if (no) {
        event.preventDefault();
        no.click();
      }
    }
  }

  function searchForm() {
    const hours = document.getElementById("hours");
    const custom = document.getElementById("custom");
    if (hours && custom) {
      hours.addEventListener("change", () => { custom.hidden = hours.value !== "custom"; });
    }
    document.querySelectorAll("input[data-zone]").forEach(input => {
      input.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    });
    document.querySelectorAll("form.search[method=get]").forEach(form => form.addEventListener("submit", () => {
      form.querySelectorAll("input, select, textarea").forEach(field => { field.disabled = field.value === (field.dataset.usual || "") || field.closest("[hidden]") !== null; });
    }));
    window.addEventListener("pageshow", () =>
      document.querySelectorAll("form.search :disabled").forEach(field => { field.disabled = false; }));
  }

  /* The way back to a list leads to what was shown of it. */
  function wayBack() {
    document.querySelectorAll("a[data-back]").forEach(link => {
      const from = document.referrer ? new URL(document.referrer) : null;
      if (from && from.origin === location.origin && from.pathname.endsWith("/" + link.dataset.back)) {
        link.href = from.pathname + from.search;
      }
    });
  }

  /* One click puts a value onto the clipboard, also where the browser has none for pages that came without TLS. */
  async function copy(button) {
    const text = button.dataset.copy;
    try {
      await navigator.clipboard.writeText(text);
    } catch (noClipboard) {
      const field = document.createElement("textarea");
      field.value = text;
      field.setAttribute("aria-hidden", "true");
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    const said = button.nextElementSibling;
    write(said, button.dataset.copied);
    setTimeout(() => write(said, ""), 3000);
  }

  /* A chosen file goes into the field that is sent, so that it can be looked at before. */
  async function take(chosen) {
    const file = chosen.files[0];
    const most = Number(chosen.dataset.most);
    chosen.setCustomValidity(file && file.size > most ? chosen.dataset.larger : "");
    if (file && chosen.reportValidity()) {
      document.getElementById(chosen.dataset.into).value = await file.text();
    }
  }

  function start() {
    times();
    document.addEventListener("change", event => {
      if (event.target.matches("input[type=file][data-into]")) {
        take(event.target);
      }
    });
    document.addEventListener("click", event => {
      const button = event.target.closest("button[data-copy]");
      if (button) {
        copy(button);
      }
    });
    wayBack();
    searchForm();
    choice();
    returned();
    document.addEventListener("keydown", escape);
    setInterval(() => document.querySelectorAll("[data-refresh]").forEach(refresh), calm);
    setInterval(times, 1000);
    if (document.getElementById("state")) {
      setTimeout(health, asked);
    }
    new MutationObserver(() => {
      times();
      if (document.querySelector("output.picked")) {
        count();
      }
    }).observe(document.body, {childList: true, subtree: true});
  }

  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", start) : start();

  return {
    mayRefresh,
    refresh(form) {
      document.querySelectorAll("#" + form + " [data-refresh]").forEach(refresh);
    }
  };
})();
