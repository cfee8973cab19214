// A chat as bubbles. Only changes are redrawn, so that screen readers read nothing twice and the
// focus stays where it is.

import { End } from "./end.js";
import { link, render } from "./entities.js";

export class Messages {
  constructor(log, newer, tap) {
    this.log = log;
    this.newer = newer;
    this.list = log.querySelector("ol");
    this.tap = tap;
    this.shown = new Map();
    this.end = new End(log, newer);
  }

  clear() {
    this.shown.clear();
    this.list.replaceChildren();
    this.end.follow();
  }

  draw(messages) {
    const { log } = this;
    const present = new Set(messages.map((message) => message.id));
    let added = false;
    for (const [id, { place }] of this.shown) {
      if (!present.has(id)) { place.remove(); this.shown.delete(id); }
    }
    for (const message of messages) {
      const now = JSON.stringify(message);
      const before = this.shown.get(message.id);
      if (before?.now === now) continue;
      const place = this.bubble(message);
      const focused = before?.place.contains(document.activeElement);
      if (before) before.place.replaceWith(place); else { this.list.append(place); added = true; }
      if (focused) (place.querySelector("button, a") || log).focus({ preventScroll: true });
      this.shown.set(message.id, { now, place });
    }
    this.end.settle(added);
  }

  bubble(message) {
    const place = document.createElement("li");
    if (!message.from_bot) place.className = "mine";
    const bubble = document.createElement("div");
    bubble.className = "bubble";
    bubble.dir = "auto";
    const who = document.createElement("span");
    who.className = "hidden";
    who.textContent = message.from_bot ? "Bot:" : "Sent:";
    if (message.photo) bubble.append(photo(message.photo));
    if (message.voice) bubble.append(voice(message.voice));
    if (message.thing) bubble.append(message.thing, message.text ? "\n" : "");
    if (message.document) bubble.append(file(message.document), message.text ? "\n" : "");
    bubble.append(render(message.text, message.entities));
    place.append(who, bubble, when(message), ...message.buttons.map((row, y) => this.row(message, row, y)));
    return place;
  }

  row(message, buttons, y) {
    const row = document.createElement("div");
    row.className = "row";
    buttons.forEach((button, x) => {
      if (button.url && !button.starts) {
        const away = link(button.url);
        away.dir = "auto";
        away.textContent = button.text;
        row.append(away);
        return;
      }
      row.append(plainButton(button.text, () => this.tap({
        message_id: message.id, label: button.text, row: y, column: x,
      })));
    });
    return row;
  }
}

export function plainButton(label, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.dir = "auto";
  button.addEventListener("click", act);
  return button;
}

function voice({ href }) {
  const player = document.createElement("audio");
  player.controls = true;
  player.preload = "none";
  player.src = href;
  player.setAttribute("aria-label", "Voice message");
  return player;
}

function photo({ href, alt, width, height }) {
  const away = link(new URL(href, location.href).href);
  const image = document.createElement("img");
  Object.assign(image, { src: href, alt, width, height });
  away.className = "picture";
  away.append(image);
  return away;
}

function file({ href, name, size }) {
  const found = link(href);
  found.className = "file";
  found.textContent = `${name} (${weight(size)})`;
  found.download = name;
  return found;
}

function when(message) {
  const place = document.createElement("div");
  place.className = "when";
  const sent = new Date(message.sent_at).toLocaleTimeString("en-GB", {
    hour: "2-digit", minute: "2-digit", timeZone: "Europe/London",
  });
  const marks = [sent, message.edited && "edited", message.silent && "no sound"];
  place.textContent = marks.filter(Boolean).join(" · ");
  return place;
}

function weight(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1048576 ? `${Math.round(bytes / 1024)} kB` : `${(bytes / 1048576).toFixed(1)} MB`;
}
