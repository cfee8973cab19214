// The crowd panel: its progress, its speed, and its people on the map.

import { ask } from "./control.js";
import { WardMap } from "./ward_map.js";

const PACES = { slow: "Slow", normal: "Normal", fast: "Fast" };

export class CrowdPanel {
  constructor(place) {
    this.place = place;
    this.$ = (selector) => place.querySelector(selector);
    this.shown = {};
    this.map = new WardMap(this.$(".map"));
    this.$(".pause").addEventListener("click", () => this.set({ paused: !this.paused }));
  }

  async set(change) { this.draw(await ask("POST", "crowd", change)); }

  draw({ crowd, map }) {
    this.place.hidden = !crowd && !map;
    this.$(".doings").hidden = !crowd;
    this.$(".map").hidden = !map;
    if (crowd) this.drawProgress(crowd);
    if (map) this.once("map", map, () => this.map.draw(map.places));
  }

  once(name, value, draw) {
    const now = JSON.stringify(value);
    if (this.shown[name] === now) return;
    this.shown[name] = now;
    draw();
  }

  drawProgress(crowd) {
    for (const place of this.place.querySelectorAll("[data-count]")) {
      place.textContent = crowd[place.dataset.count];
    }
    this.paused = crowd.paused;
    this.$(".pause").textContent = crowd.paused ? "Resume the crowd" : "Pause the crowd";
    this.once("standing", crowd.paused, () => {
      this.$(".standing").textContent = crowd.paused ? "The crowd is paused." : "";
    });
    this.once("paces", crowd.paces, () => this.drawPaces(crowd.paces));
    for (const field of this.place.querySelectorAll("input")) field.checked = field.value === crowd.pace;
  }

  drawPaces(paces) {
    for (const old of this.place.querySelectorAll("fieldset label")) old.remove();
    this.$("fieldset").append(...paces.map((pace) => {
      const label = document.createElement("label");
      const field = document.createElement("input");
      Object.assign(field, { type: "radio", name: "pace", value: pace });
      field.addEventListener("change", () => this.set({ pace }));
      label.append(field, ` ${PACES[pace] || pace}`);
      return label;
    }));
  }
}
