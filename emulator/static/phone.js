// One phone: the chat, its buttons, and everything a hand can do with it.

import { link, render } from "./entities.js";

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

const TITLES = { resident: "Resident", staff: "Staff" };

export class Phone {
  constructor(place, picked) {
    this.side = place.dataset.side;
    this.picked = picked;
    this.id = null;
    this.shown = new Map();
    this.toasts = 0;
    this.listed = "";
    place.append(document.getElementById("phone").content.cloneNode(true));
    this.$ = (selector) => place.querySelector(selector);
    this.$("h2").textContent = TITLES[this.side];
    this.$("h2").id = `${this.side}-title`;
    this.$("[data-act=new]").hidden = this.side !== "resident";
    this.listen();
    // Nothing can be pressed before there is a phone to press it on.
    this.disable(true);
  }

  listen() {
    this.$("select").addEventListener("change", (event) => this.pick(Number(event.target.value)));
    this.$("form").addEventListener("submit", (event) => {
      event.preventDefault();
      const field = event.target.elements.text;
      if (!field.value.trim()) return;
      this.act("type", { text: field.value });
      field.value = "";
    });
    this.$(".start").addEventListener("click", () => this.act("start", {}));
    this.$("[data-act=new]").addEventListener("click", () => this.make());
    this.$("[data-act=photo]").addEventListener("click", () => this.act("photo", {}));
    this.$("[data-act=block]").addEventListener("click", () => this.act(this.blocked ? "unblock" : "block", {}));
    this.$(".menu").addEventListener("click", (event) => {
      if (event.target.matches("button")) this.$(".menu").open = false;
    });
    this.$(".menu").addEventListener("keydown", (event) => {
      if (event.key === "Escape") { this.$(".menu").open = false; this.$("summary").focus(); }
    });
  }

  // Who can be picked on this side; picks someone when nobody is.
  async choices(state) {
    const own = this.side === "staff" ? state.staff : state.residents;
    const others = this.side === "resident" ? state.neighbours : [];
    const known = [...own, ...others];
    const now = JSON.stringify(known);
    if (now !== this.listed) {
      this.listed = now;
      this.list(own, others);
    }
    if (this.id && known.some((entry) => entry.id === this.id)) return;
    const remembered = Number(localStorage.getItem(`phone-${this.side}`));
    const found = known.find((entry) => entry.id === remembered)
      || (this.side === "staff" ? own[0] : own.find((entry) => entry.label === "You"));
    if (found) await this.pick(found.id);
    else if (this.side === "resident" && !this.making) await this.make("You");
    else this.disable(true);
  }

  list(own, others) {
    const select = this.$("select");
    const options = own.map((entry) => new Option(entry.label, entry.id));
    select.replaceChildren(...options);
    if (others.length) {
      const group = document.createElement("optgroup");
      group.label = "Neighbours";
      group.append(...others.map((entry) => new Option(entry.label, entry.id)));
      select.append(group);
    }
    if (!own.length && !others.length) select.append(new Option("Nobody yet", ""));
    if (this.id) select.value = this.id;
  }

  async make(label) {
    this.making = true;
    const count = this.$("select").querySelectorAll("option").length;
    try {
      const picture = await ask("POST", "phones", { label: label || `Resident ${count + 1}`, side: "resident" });
      this.listed = "";
      this.$("select").append(new Option(picture.label, picture.id));
      await this.pick(picture.id);
    } finally { this.making = false; }
  }

  async pick(id) {
    this.id = id;
    this.$("select").value = id;
    localStorage.setItem(`phone-${this.side}`, id);
    this.shown.clear();
    this.toasts = null;
    this.$(".log").replaceChildren();
    this.version = -1;
    this.disable(true);
    this.draw(await ask("GET", `phones/${id}`));
    this.picked();
  }

  disable(whether) {
    for (const control of [this.$("form input"), this.$("form button"), this.$(".start")]) control.disabled = whether;
  }

  async act(name, body) {
    if (!this.id) return;
    try {
      this.draw(await ask("POST", `phones/${this.id}/${name}`, body));
    } catch (error) { this.toast(error.message, true); }
  }

  draw(picture) {
    // An answer that was overtaken on its way shows an older phone.
    if (picture.id !== this.id || picture.version < this.version) return;
    this.version = picture.version;
    this.blocked = picture.blocked;
    this.$("[data-act=block]").textContent = picture.blocked ? "Unblock the bot" : "Block the bot";
    this.$(".start").hidden = picture.messages.length > 0 && !picture.blocked;
    this.$(".start").textContent = picture.blocked ? "Restart" : "Start";
    this.disable(picture.deactivated);
    this.drawKeys(".commands", picture.commands.map((command) => ({
      label: `/${command.command}`, title: command.description,
    })));
    this.drawKeys(".keys", picture.keys.flat().map((label) => ({ label })));
    this.drawMessages(picture.messages);
    const news = this.toasts === null ? [] : picture.toasts.slice(this.toasts);
    this.toasts = picture.toasts.length;
    if (news.length) this.toast(news.at(-1).text, news.at(-1).alert);
  }

  drawKeys(where, keys) {
    const place = this.$(where);
    const now = JSON.stringify(keys);
    if (place.dataset.shown === now) return;
    place.dataset.shown = now;
    place.replaceChildren(...keys.map(({ label, title }) => {
      const button = plainButton(label, () => this.act("type", { text: label }));
      if (title) button.title = title;
      return button;
    }));
  }

  // Only what changed is drawn anew: the log is read aloud, and the focus shall stay where it is.
  drawMessages(messages) {
    const log = this.$(".log");
    const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const present = new Set(messages.map((message) => message.id));
    let changed = false;
    for (const [id, { place }] of this.shown) {
      if (!present.has(id)) { place.remove(); this.shown.delete(id); }
    }
    for (const message of messages) {
      const now = JSON.stringify(message);
      const before = this.shown.get(message.id);
      if (before?.now === now) continue;
      changed = true;
      const place = this.bubble(message);
      const focused = before?.place.contains(document.activeElement);
      if (before) before.place.replaceWith(place); else log.append(place);
      if (focused) (place.querySelector("button, a") || log).focus();
      this.shown.set(message.id, { now, place });
    }
    if (changed && atEnd) log.scrollTop = log.scrollHeight;
  }

  bubble(message) {
    const place = document.createElement("li");
    if (!message.from_bot) place.className = "mine";
    const bubble = document.createElement("div");
    bubble.className = "bubble";
    bubble.dir = "auto";
    if (message.thing) bubble.append(message.thing, message.text ? "\n" : "");
    if (message.document) {
      const file = link(message.document.href);
      file.textContent = `${message.document.name} (${size(message.document.size)})`;
      file.download = message.document.name;
      bubble.append(file, message.text ? "\n" : "");
    }
    bubble.append(render(message.text, message.entities));
    const when = document.createElement("div");
    when.className = "when";
    const sent = new Date(message.sent_at).toLocaleTimeString("en-GB", {
      hour: "2-digit", minute: "2-digit", timeZone: "Europe/London",
    });
    when.textContent = `${sent}${message.edited ? " · edited" : ""}`;
    place.append(bubble, when, ...message.buttons.map((row, y) => this.row(message, row, y)));
    return place;
  }

  row(message, buttons, y) {
    const row = document.createElement("div");
    row.className = "row";
    buttons.forEach((button, x) => {
      if (button.url && !button.starts) {
        const away = link(button.url);
        away.textContent = button.text;
        row.append(away);
        return;
      }
      row.append(plainButton(button.text, () => this.act("tap", {
        message_id: message.id, label: button.text, row: y, column: x,
      })));
    });
    return row;
  }

  toast(text, alert) {
    const place = this.$(".toast");
    place.textContent = text;
    place.classList.toggle("alert", Boolean(alert));
    clearTimeout(this.fading);
    this.fading = setTimeout(() => { place.textContent = ""; }, alert ? 12000 : 6000);
  }
}

function plainButton(label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.dir = "auto";
  button.addEventListener("click", act);
  return button;
}

function size(bytes) {
  return bytes < 1024 ? `${bytes} bytes` : bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;
}
