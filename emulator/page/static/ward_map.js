// The map: outlines of the wards, darker with more people, each with its name at the side. Where
// there is no room for names it is the outlines alone; the table has the names in any case.

import { ask } from "./control.js";

const SVG = "http://www.w3.org/2000/svg";
const ROOM_FOR_NAMES = 27; // in rem
const LETTERS = 16; // of one line of a name; the count comes after it
const SIZE = 12;
const LEADING = 1.12;

export class WardMap {
  constructor(place) {
    this.$ = (selector) => place.querySelector(selector);
    this.labels = "";
    new ResizeObserver(() => this.frame()).observe(this.$("figure"));
  }

  async draw(places) {
    const labels = JSON.stringify(places.map((entry) => entry.label));
    if (labels !== this.labels) {
      this.labels = labels;
      this.sheet = await ask("GET", "map");
    }
    if (!this.sheet) return;
    const { around, places: drawn, side, width, credit } = this.sheet;
    const shapes = drawn.map((spot, at) => ward(spot, places[at]));
    const names = drawn.map((spot, at) => name(spot, places[at], { side, width }));
    this.parts = drawn.map((_, at) => [shapes[at], names[at]]);
    this.$("svg").replaceChildren(...around.map((path) => shape("path", { d: path, class: "around" })), ...shapes, ...names);
    this.$(".credit").textContent = credit;
    this.$("tbody").replaceChildren(...places.map((entry, at) => this.row(entry, at)));
    this.frame();
  }

  frame() {
    if (!this.sheet) return;
    const { width, height, side } = this.sheet;
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    const roomy = this.$("figure").clientWidth >= ROOM_FOR_NAMES * rem;
    this.$("svg").classList.toggle("nameless", !roomy);
    this.$("svg").setAttribute("viewBox", roomy ? `0 0 ${width} ${height}` : `${side} 0 ${width - 2 * side} ${height}`);
  }

  row(entry, at) {
    const row = document.createElement("tr");
    const label = document.createElement("th");
    label.scope = "row";
    label.dir = "auto";
    label.textContent = entry.label;
    const count = document.createElement("td");
    count.textContent = entry.count;
    row.append(label, count);
    const mean = (whether) => this.parts[at].forEach((part) => part.classList.toggle("meant", whether));
    row.addEventListener("pointerenter", () => mean(true));
    row.addEventListener("pointerleave", () => mean(false));
    return row;
  }
}

function ward({ path, point: [x, y] }, { label, count, shade }) {
  const group = shape("g", { class: `ward shade-${shade}` });
  const title = shape("title", {});
  title.textContent = `${label}: ${count}`;
  group.append(title, path ? shape("path", { d: path }) : shape("circle", { cx: x, cy: y, r: 7 }));
  return group;
}

function name({ point: [x, y], side, y: height, room }, { label, count }, sheet) {
  const group = shape("g", { class: "name" });
  const edge = side === "left" ? sheet.side - 6 : sheet.width - sheet.side + 6;
  const lines = broken(label);
  const size = Math.min(SIZE, room / (lines.length * LEADING));
  const text = shape("text", { "text-anchor": side === "left" ? "end" : "start", "font-size": size });
  const top = height - ((lines.length - 1) / 2) * size * LEADING;
  lines.forEach((words, at) => {
    const line = shape("tspan", { x: edge, y: top + at * size * LEADING });
    line.textContent = words;
    text.append(line);
  });
  const number = shape("tspan", { class: "count", dx: size / 3 });
  number.textContent = count;
  text.append(number);
  const bend = side === "left" ? sheet.side : sheet.width - sheet.side;
  group.append(shape("polyline", { points: `${bend - 3 * Math.sign(bend - edge)} ${height} ${bend} ${height} ${x} ${y}` }),
    shape("circle", { cx: x, cy: y, r: 1.8 }), text);
  return group;
}

function broken(label) {
  const lines = [""];
  for (const word of label.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= LETTERS || !lines.at(-1)) lines[lines.length - 1] = longer; else lines.push(word);
  }
  return lines;
}

function shape(kind, given) {
  const made = document.createElementNS(SVG, kind);
  for (const [key, value] of Object.entries(given)) made.setAttribute(key, value);
  return made;
}
