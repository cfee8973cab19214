// Panels that open and close on a phone, and menus with arrow keys.

let made = 0;

export class Panel {
  constructor(button, place, { opened } = {}) {
    this.button = button;
    this.place = place;
    this.opened = opened;
    place.id ||= `panel-${made += 1}`;
    button.setAttribute("aria-controls", place.id);
    button.setAttribute("aria-expanded", "false");
    button.addEventListener("click", () => (place.hidden ? this.open() : this.close()));
    for (const part of [button, place]) part.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("pointerdown", (event) => {
      if (!place.contains(event.target) && !button.contains(event.target)) this.close();
    });
    place.addEventListener("focusout", (event) => {
      const next = event.relatedTarget;
      if (next && !place.contains(next) && next !== button) this.close();
    });
  }

  open() {
    this.place.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.opened?.();
    this.place.querySelector("input, select, [role=menuitem][tabindex='0'], button")?.focus();
  }

  close({ back = false } = {}) {
    if (this.place.hidden) return;
    this.place.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    if (back) this.button.focus();
  }

  key(event) {
    if (event.key !== "Escape" || this.place.hidden) return;
    event.stopPropagation();
    this.close({ back: true });
  }
}

export class Menu extends Panel {
  constructor(button, place) {
    super(button, place);
    button.setAttribute("aria-haspopup", "menu");
  }

  // Items: [{label, about, act}]
  fill(items) {
    this.place.replaceChildren(...items.map((item) => this.item(item)));
    const first = this.place.querySelector("[role=menuitem]");
    if (first) first.tabIndex = 0;
  }

  item({ label, about, act }) {
    const row = document.createElement("li");
    row.setAttribute("role", "none");
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("role", "menuitem");
    button.tabIndex = -1;
    const name = document.createElement("span");
    name.className = "command";
    name.textContent = label;
    const words = document.createElement("span");
    words.dir = "auto";
    words.textContent = about;
    button.append(name, " ", words);
    button.addEventListener("click", () => { this.close({ back: true }); act(); });
    // One item at a time is in the order of Tab: the one last in focus.
    button.addEventListener("focus", () => {
      for (const other of this.place.querySelectorAll("[role=menuitem]")) other.tabIndex = other === button ? 0 : -1;
    });
    row.append(button);
    return row;
  }

  key(event) {
    const items = [...this.place.querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined || !items.length) { super.key(event); return; }
    event.preventDefault();
    if (this.place.hidden) this.open();
    else items[(to + items.length) % items.length].focus();
  }
}
