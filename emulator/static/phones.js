// The page: a strip on top and two phones, kept up to date by events from the emulator.

import { Phone, ask } from "./phone.js";

const phones = [...document.querySelectorAll(".phone")].map((place) => new Phone(place, watch));
const [resident] = phones;
let events = null;
let posters = "";

async function begin() {
  const state = await ask("GET", "state");
  await draw(state);
  watch();
}

async function draw(state) {
  document.title = `${state.bot.name}: two phones`;
  document.getElementById("title").textContent = state.bot.name;
  const clock = document.getElementById("clock");
  clock.dateTime = state.clock;
  clock.textContent = new Date(state.clock).toLocaleString("en-GB", {
    weekday: "short", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit",
    timeZone: "Europe/London",
  });
  drawPosters(state.posters);
  for (const phone of phones) await phone.choices(state);
}

function drawPosters(list) {
  const now = JSON.stringify(list);
  if (now === posters) return;
  posters = now;
  const place = document.getElementById("posters");
  place.querySelectorAll("button").forEach((button) => button.remove());
  place.hidden = list.length === 0;
  for (const poster of list) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = poster.label;
    button.addEventListener("click", () => resident.act("start", { payload: poster.payload }));
    place.append(button);
  }
}

// Opened anew whenever another phone is picked; the browser reopens it by itself when it breaks.
function watch() {
  events?.close();
  const ids = phones.map((phone) => phone.id).filter(Boolean);
  events = new EventSource(`/control/events?phones=${ids.join(",")}`);
  const connection = document.getElementById("connection");
  events.addEventListener("open", () => { connection.textContent = ""; });
  events.addEventListener("error", () => { connection.textContent = "The emulator does not answer; trying again."; });
  events.addEventListener("state", (event) => draw(JSON.parse(event.data)));
  events.addEventListener("phone", (event) => {
    const picture = JSON.parse(event.data);
    phones.filter((phone) => phone.id === picture.id).forEach((phone) => phone.draw(picture));
  });
}

begin();
