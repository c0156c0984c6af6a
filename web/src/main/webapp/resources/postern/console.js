/* Times in the visitor's own zone, and a calm refresh. Loaded on each page; needs nothing else. */
"use strict";
const Postern = (() => {
  const day = new Intl.DateTimeFormat(undefined, {year: "numeric", month: "short", day: "2-digit"});
  const clock = new Intl.DateTimeFormat(undefined, {hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23"});
  const zone = new Intl.DateTimeFormat("en", {timeZoneName: "short"});
  const relative = new Intl.RelativeTimeFormat("en", {numeric: "auto", style: "short"});
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

  function searchForm() {
    const hours = document.getElementById("hours");
    const custom = document.getElementById("custom");
    if (hours && custom) {
      hours.addEventListener("change", () => { custom.hidden = hours.value !== "custom"; });
    }
    document.querySelectorAll("input[data-zone]").forEach(input => {
      input.value = Intl.DateTimeFormat().resolvedOptions().timeZone;
    });
    document.querySelectorAll("form.search").forEach(form => form.addEventListener("submit", () => {
      form.querySelectorAll("input, select").forEach(field => { field.disabled = field.value === "" || field.closest("[hidden]") !== null; });
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

  function start() {
    times();
    wayBack();
    searchForm();
    setInterval(times, 1000);
    new MutationObserver(times).observe(document.body, {childList: true, subtree: true});
  }

  document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", start) : start();

  return {
    /* Not while somebody works in one of these, has chosen or unfolded something there, or does not look. */
    mayRefresh(...places) {
      const dialog = document.querySelector(".ui-dialog[aria-hidden='false']");
      return !document.hidden && !dialog && places.every(place => {
        const area = document.getElementById(place);
        return area !== null && !area.contains(document.activeElement)
          && area.querySelector("input[type=checkbox]:checked, details[open]:not([data-open])") === null;
      });
    },
    first(widget) {
      const table = window.PF && window.PrimeFaces.widgets[widget];
      if (table && table.getPaginator && table.getPaginator()) {
        table.getPaginator().setPage(0, true);
      }
    }
  };
})();
