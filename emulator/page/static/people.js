// The person on a phone: choosing one, adding one, and the language of the app.

import { ask } from "./control.js";
import { Panel } from "./panels.js";

const LISTS = { resident: "residents", board: "board", officer: "officers" };
const LANGUAGES = { en: "English", pl: "Polski", ur: "اردو", ro: "Română" };
const query = new URLSearchParams(location.search);

export class People {
  // `onPerson` is called with the id of the person chosen, `onLanguage` with the language chosen.
  constructor(side, $, { onPerson, onLanguage }) {
    this.side = side;
    this.person = $(".person");
    this.language = $(".language");
    this.form = $(".newcomer");
    this.onPerson = onPerson;
    this.listed = "";
    this.id = null;
    this.wanted = Number(query.get(side)) || Number(localStorage.getItem(`phone-${side}`));
    this.panel = new Panel($(".add"), this.form);
    offer(this.language);
    offer(this.form.elements.language);
    this.person.addEventListener("change", () => this.choose(Number(this.person.value)));
    this.language.addEventListener("change", () => onLanguage(this.language.value));
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.add(); });
  }

  // Lists the people of this side; chooses one if nobody is chosen.
  async update(state) {
    const own = state[LISTS[this.side]];
    const others = this.side === "resident" ? state.neighbours : [];
    const known = [...own, ...others];
    const now = JSON.stringify(known);
    if (now !== this.listed) {
      this.listed = now;
      this.list(own, others);
    }
    if (this.id && known.some((entry) => entry.id === this.id)) return;
    const found = known.find((entry) => entry.id === this.wanted)
      || (this.side === "resident" ? own.find((entry) => entry.label === "You") : own[0]);
    if (found) await this.choose(found.id);
    else if (this.side === "resident" && !this.making) await this.make("You", "en");
    else if (!this.making) await this.onPerson(null);
  }

  list(own, others) {
    this.person.replaceChildren(...own.map((entry) => new Option(entry.label, entry.id)));
    if (others.length) {
      const group = document.createElement("optgroup");
      group.label = "Neighbours";
      group.append(...others.map((entry) => new Option(entry.label, entry.id)));
      this.person.append(group);
    }
    if (!own.length && !others.length) this.person.append(new Option("Nobody yet", ""));
    if (this.id) this.person.value = this.id;
  }

  async add() {
    const { label, language } = this.form.elements;
    await this.make(label.value, language.value);
    label.value = "";
    this.panel.close();
    this.person.focus();
  }

  async make(label, language) {
    this.making = true;
    try {
      const picture = await ask("POST", "phones", { label, language_code: language, side: this.side });
      if (![...this.person.options].some((option) => Number(option.value) === picture.id)) {
        this.person.append(new Option(picture.label, picture.id));
      }
      await this.choose(picture.id);
    } finally { this.making = false; }
  }

  async choose(id) {
    this.id = id;
    this.person.value = id;
    localStorage.setItem(`phone-${this.side}`, id);
    await this.onPerson(id);
  }

  showLanguage(code) {
    if (![...this.language.options].some((option) => option.value === code)) {
      this.language.append(new Option(code, code));
    }
    this.language.value = code;
  }
}

function offer(select) {
  for (const [code, name] of Object.entries(LANGUAGES)) {
    const option = new Option(name, code);
    option.lang = code;
    select.append(option);
  }
}
