// The page: a header, three phones and the crowd, kept up to date by the emulator's events.

import { ask } from "./control.js";
import { CrowdPanel } from "./crowd.js";
import { Phone } from "./phone.js";

const phones = [...document.querySelectorAll(".seat")].map((seat) => new Phone(seat, watch));
const crowd = new CrowdPanel(document.getElementById("crowd"));
const [resident] = phones;
let begun = false;
let events = null;
let posters = "";

async function begin() {
  offerColours();
  measureHeader();
  await draw(await ask("GET", "state"));
  begun = true;
  watch();
}

// Colours follow the computer's setting unless one was chosen here.
function offerColours() {
  const select = document.getElementById("theme");
  select.value = document.documentElement.dataset.theme || "";
  select.addEventListener("change", () => {
    if (select.value) {
      document.documentElement.dataset.theme = select.value;
      localStorage.setItem("colours", select.value);
    } else {
      delete document.documentElement.dataset.theme;
      localStorage.removeItem("colours");
    }
  });
}

// The phones fill the window below the header, whose height depends on the width and the text size.
function measureHeader() {
  const header = document.querySelector("header");
  new ResizeObserver(() => {
    document.documentElement.style.setProperty("--head", `${header.offsetHeight}px`);
  }).observe(header);
}

async function draw(state) {
  document.title = `${state.bot.name}: three phones`;
  document.getElementById("title").textContent = state.bot.name;
  const clock = document.getElementById("clock");
  clock.dateTime = state.clock;
  clock.textContent = new Date(state.clock).toLocaleString("en-GB", {
    weekday: "short", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit",
    timeZone: "Europe/London",
  });
  drawPosters(state.posters);
  crowd.draw(state);
  for (const phone of phones) await phone.update(state);
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
    button.dir = "auto";
    button.textContent = poster.label;
    button.addEventListener("click", () => resident.act("start", { payload: poster.payload }));
    place.append(button);
  }
}

// Reopens the stream of events for the people now chosen. The browser reconnects by itself.
function watch() {
  if (!begun) return;
  events?.close();
  const ids = phones.map((phone) => phone.id).filter(Boolean);
  events = new EventSource(`/control/events?phones=${ids.join(",")}`);
  const connection = document.getElementById("connection");
  events.addEventListener("open", () => { connection.textContent = ""; });
  events.addEventListener("error", () => { connection.textContent = "The emulator isn't responding. Trying again."; });
  events.addEventListener("state", (event) => draw(JSON.parse(event.data)));
  events.addEventListener("phone", (event) => {
    const picture = JSON.parse(event.data);
    phones.filter((phone) => phone.id === picture.id).forEach((phone) => phone.draw(picture));
  });
}

begin();
