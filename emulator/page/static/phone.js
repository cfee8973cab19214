// One phone: the chat, its keyboards, and everything a person can do on it.

import { ask } from "./control.js";
import { Messages, plainButton } from "./messages.js";
import { Menu, Panel } from "./panels.js";
import { People } from "./people.js";

const TITLES = { resident: "Resident", board: "Board member", officer: "Officer" };
const NEED_A_PERSON = [".write input", ".write button", ".start", ".language", ".block", ".about"];

function base64(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

// A browser that can't play the file doesn't know its length either: then a guess is sent, as the bot
// must not rely on it.
function secondsOf(file) {
  return new Promise((done) => {
    const player = new Audio();
    const address = URL.createObjectURL(file);
    const tell = (seconds) => { URL.revokeObjectURL(address); done(seconds); };
    player.onloadedmetadata = () => tell(Number.isFinite(player.duration) ? Math.ceil(player.duration) : 4);
    player.onerror = () => tell(4);
    player.src = address;
  });
}

export class Phone {
  constructor(seat, onPerson) {
    this.side = seat.dataset.side;
    this.onPerson = onPerson;
    this.id = null;
    this.places = "";
    seat.append(document.getElementById("seat").content.cloneNode(true));
    this.$ = (selector) => seat.querySelector(selector);
    this.$("h2").textContent = TITLES[this.side];
    this.$("h2").id = `${this.side}-title`;
    this.people = new People(this.side, this.$, {
      onPerson: (id) => this.choose(id),
      onLanguage: (code) => this.act("language", { code }),
    });
    this.messages = new Messages(this.$(".log"), this.$(".newer"), (button) => this.act("tap", button));
    this.about = new Panel(this.$(".about"), this.$(".profile"));
    this.commands = new Menu(this.$(".offer"), this.$(".commands"));
    this.attach = new Panel(this.$(".attach"), this.$(".things"));
    this.listen();
    // Nothing can be pressed before a person is chosen.
    this.disable(true);
  }

  listen() {
    this.$(".write").addEventListener("submit", (event) => {
      event.preventDefault();
      const field = event.target.elements.text;
      if (!field.value.trim()) return;
      this.act("type", { text: field.value });
      field.value = "";
    });
    this.$(".start").addEventListener("click", () => this.act("start", {}));
    this.$(".block").addEventListener("click", () => this.act(this.blocked ? "unblock" : "block", {}));
    this.$(".photo").addEventListener("click", () => this.send("photo", {}));
    this.$(".sound input").addEventListener("change", (event) => this.sendVoice(event.target));
    const where = this.$(".where");
    where.addEventListener("submit", (event) => { event.preventDefault(); this.shareLocation(where); });
    where.elements.place.addEventListener("change", () => this.askDegrees(where));
  }

  async update(state) {
    const now = JSON.stringify(state.places);
    if (now !== this.places) {
      this.places = now;
      const options = state.places.map((label) => new Option(label, label));
      this.$(".where").elements.place.replaceChildren(...options, new Option("Another point", ""));
      this.askDegrees(this.$(".where"));
    }
    await this.people.update(state);
  }

  askDegrees(where) {
    const known = Boolean(where.elements.place.value);
    where.querySelector(".degrees").hidden = known;
    for (const field of where.querySelectorAll(".degrees input")) field.disabled = known;
  }

  shareLocation(where) {
    const { place, latitude, longitude } = where.elements;
    this.send("location", place.value ? { place: place.value }
      : { latitude: latitude.value, longitude: longitude.value });
  }

  async sendVoice(field) {
    const [file] = field.files;
    if (!file) return;
    const sound = await base64(file);
    const duration = await secondsOf(file);
    field.value = "";
    this.send("voice", { sound, duration, mime: file.type });
  }

  send(name, body) {
    this.attach.close();
    this.$(".write input").focus();
    this.act(name, body);
  }

  async choose(id) {
    this.id = id;
    this.$(".nobody").hidden = id !== null;
    this.messages.clear();
    this.toasts = null;
    this.version = -1;
    this.disable(true);
    if (id === null) return;
    this.draw(await ask("GET", `phones/${id}`));
    this.onPerson();
  }

  disable(whether) {
    for (const selector of NEED_A_PERSON) {
      for (const control of this.$(".phone").parentElement.querySelectorAll(selector)) control.disabled = whether;
    }
  }

  async act(name, body) {
    if (!this.id) return;
    this.messages.end.follow();
    try {
      this.draw(await ask("POST", `phones/${this.id}/${name}`, body));
    } catch (error) { this.toast(error.message, true); }
  }

  draw(picture) {
    // An answer overtaken by a later one shows an older state.
    if (picture.id !== this.id || picture.version < this.version) return;
    this.version = picture.version;
    this.blocked = picture.blocked;
    this.$(".block").textContent = picture.blocked ? "Unblock" : "Block";
    this.$(".start").hidden = picture.messages.length > 0 && !picture.blocked;
    this.$(".start").textContent = picture.blocked ? "Restart" : "Start";
    this.$(".log").setAttribute("aria-label", `Chat of ${picture.label}`);
    this.disable(picture.deactivated);
    this.people.showLanguage(picture.language);
    this.drawProfile(picture.profile, picture.messages.length === 0);
    this.drawOnce(".commands", picture.commands, (list) => this.drawCommands(list));
    this.drawOnce(".keys", picture.keys, (rows) => this.drawKeys(rows));
    this.messages.draw(picture.messages);
    const news = this.toasts === null ? [] : picture.toasts.slice(this.toasts);
    this.toasts = picture.toasts.length;
    if (news.length) this.toast(news.at(-1).text, news.at(-1).alert);
  }

  drawOnce(where, value, draw) {
    const now = JSON.stringify(value);
    if (this.$(where).dataset.shown === now) return;
    this.$(where).dataset.shown = now;
    draw(value);
  }

  drawProfile(profile, empty) {
    for (const place of this.$(".phone").querySelectorAll(".bot")) place.textContent = profile.name;
    for (const place of this.$(".phone").querySelectorAll(".long")) place.textContent = profile.description;
    this.$(".face").textContent = profile.name.slice(0, 1).toUpperCase();
    this.$(".short").textContent = profile.short_description;
    this.$(".username").textContent = `@${profile.username}`;
    this.$(".intro").hidden = !empty || !profile.description;
  }

  drawCommands(list) {
    this.$(".offer").hidden = list.length === 0;
    this.commands.fill(list.map(({ command, description }) => ({
      label: `/${command}`, about: description, act: () => this.act("type", { text: `/${command}` }),
    })));
  }

  drawKeys(rows) {
    this.$(".keys").replaceChildren(...rows.map((keys) => {
      const row = document.createElement("div");
      row.append(...keys.map((key) => plainButton(key.text, () => this.press(key))));
      return row;
    }));
  }

  press(key) {
    if (key.location) {
      this.attach.open();
      this.$(".where select").focus();
    } else this.act("type", { text: key.text });
  }

  toast(text, alert) {
    const place = this.$(".toast");
    place.textContent = text;
    place.classList.toggle("alert", Boolean(alert));
    clearTimeout(this.fading);
    this.fading = setTimeout(() => { place.textContent = ""; }, alert ? 12000 : 6000);
  }
}
