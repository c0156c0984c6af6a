/* What a person's hands do on a page, up to the moment before it is sent: that is held, shown, and let go. */
window.Hands = (() => {
  const submit = HTMLFormElement.prototype.submit;
  const open = XMLHttpRequest.prototype.open;
  const send = XMLHttpRequest.prototype.send;
  let holding = false;
  let held = null;
  let go = null;

  function hold(url, body, partial, then) {
    holding = false;
    held = {url: new URL(url, location.href).href, body, partial};
    go = then;
  }

  function posted(url, fields) {
    const form = document.createElement("form");
    form.method = "post";
    form.action = url;
    fields.forEach((value, name) => {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      form.append(field);
    });
    document.body.append(form);
    submit.call(form);
  }

  function holdForm(form, by) {
    const fields = new URLSearchParams(new FormData(form, by));
    hold(form.getAttribute("action"), fields.toString(), false, () => posted(form.getAttribute("action"), fields));
  }

  document.addEventListener("submit", event => {
    if (holding) {
      event.preventDefault();
      event.stopImmediatePropagation();
      holdForm(event.target, event.submitter);
    }
  }, true);
  HTMLFormElement.prototype.submit = function () {
    return holding ? holdForm(this) : submit.call(this);
  };
  XMLHttpRequest.prototype.open = function (method, url, ...more) {
    this.posts = method === "POST" ? url : null;
    return open.call(this, method, url, ...more);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (holding && this.posts) {
      hold(this.posts, String(body), true, () => send.call(this, body));
    } else {
      send.call(this, body);
    }
  };

  function rows(text) {
    return text ? [...document.querySelectorAll("main tr")].filter(row => row.innerText.includes(text)) : [document];
  }

  function find(row, selector) {
    return rows(row).flatMap(one => [...one.querySelectorAll(selector)])
      .filter(one => one.offsetParent !== null && !one.disabled)[0];
  }

  return {
    write(row, place, value) {
      const field = document.getElementById(place) || find(row, place);
      if (field.type === "checkbox") {
        field.checked = true;
        field.dispatchEvent(new Event("change", {bubbles: true}));
      } else {
        field.value = value;
      }
    },
    press(row, selector, asks) {
      const button = find(row, selector);
      if (button) {
        holding = !asks;
        button.click();
      }
      return button !== undefined;
    },
    confirm() {
      const yes = [...document.querySelectorAll(".ui-confirmdialog-yes")].find(one => one.offsetParent !== null);
      if (yes) {
        holding = true;
        yes.click();
      }
      return yes !== undefined;
    },
    get(url) {
      held = {url: new URL(url, location.href).href, body: "", partial: false};
      go = () => {
        const frame = document.createElement("iframe");
        frame.src = url;
        document.querySelector("main").append(frame);
      };
    },
    held: () => held && JSON.stringify(held),
    go: () => go()
  };
})();
