// The crowd panel: its progress, its speed, and its people on the map.

import { ask } from "./control.js";

const PACES = { slow: "Slow", normal: "Normal", fast: "Fast" };
const SVG = "http://www.w3.org/2000/svg";

export class CrowdPanel {
  constructor(place) {
    this.place = place;
    this.$ = (selector) => place.querySelector(selector);
    this.shown = {};
    this.$(".pause").addEventListener("click", () => this.set({ paused: !this.paused }));
  }

  async set(change) { this.draw(await ask("POST", "crowd", change)); }

  draw({ crowd, map }) {
    this.place.hidden = !crowd && !map;
    this.$(".doings").hidden = !crowd;
    this.$(".map").hidden = !map;
    if (crowd) this.drawProgress(crowd);
    if (map) this.once("map", map, () => this.drawMap(map));
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

  drawMap({ width, height, dots }) {
    const sheet = this.$("svg");
    sheet.setAttribute("viewBox", `0 0 ${width} ${height}`);
    const threads = dots.map((dot) => shape("line", { x1: dot.from_x, y1: dot.from_y, x2: dot.x, y2: dot.y }));
    sheet.replaceChildren(...threads, ...dots.map(drawDot));
    this.$("tbody").replaceChildren(...dots.map((dot, at) => this.row(dot, at)));
  }

  row(dot, at) {
    const row = document.createElement("tr");
    const name = document.createElement("th");
    name.scope = "row";
    name.dir = "auto";
    name.textContent = dot.label;
    const count = document.createElement("td");
    count.textContent = dot.count;
    row.append(name, count);
    const circles = () => this.place.querySelectorAll("svg g")[at];
    row.addEventListener("pointerenter", () => circles()?.classList.add("meant"));
    row.addEventListener("pointerleave", () => circles()?.classList.remove("meant"));
    return row;
  }
}

function drawDot(dot) {
  const group = shape("g", {});
  const title = shape("title", {});
  title.textContent = `${dot.label}: ${dot.count}`;
  const number = shape("text", { x: dot.x, y: dot.y });
  number.textContent = dot.count;
  group.append(title, shape("circle", { cx: dot.x, cy: dot.y, r: dot.radius }), number);
  return group;
}

function shape(kind, given) {
  const made = document.createElementNS(SVG, kind);
  for (const [name, value] of Object.entries(given)) made.setAttribute(name, value);
  return made;
}
