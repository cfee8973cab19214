// Telegram's text and entities as elements. Text only ever becomes text nodes, never markup.

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", spoiler: "span",
};

export function render(text, entities) {
  const whole = document.createDocumentFragment();
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  fill(whole, text, sorted, 0, text.length);
  return whole;
}

// Offsets count UTF-16 units, as JavaScript does.
function fill(parent, text, entities, from, to) {
  let at = from;
  let index = 0;
  while (index < entities.length) {
    const entity = entities[index];
    const begin = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    let next = index + 1;
    while (next < entities.length && entities[next].offset < end) next += 1;
    if (begin < end) {
      parent.append(text.slice(at, begin));
      const piece = element(entity, text.slice(begin, end));
      fill(piece, text, entities.slice(index + 1, next), begin, end);
      parent.append(piece);
      at = end;
    }
    index = next;
  }
  parent.append(text.slice(at, to));
}

function element(entity, words) {
  if (entity.type === "text_link" || entity.type === "url") {
    const address = entity.url || (words.includes("://") ? words : `https://${words}`);
    if (/^https?:\/\//i.test(address)) return link(address);
  }
  if (entity.type === "expandable_blockquote") return folded(words);
  const made = document.createElement(TAGS[entity.type] || "span");
  if (entity.type === "spoiler") made.className = "spoiler";
  return made;
}

// A quote of which three lines are seen until it is opened.
function folded(words) {
  const made = document.createElement("blockquote");
  if (words.split("\n").length > 3 || words.length > 200) {
    made.className = "folded";
    made.tabIndex = 0;
    made.setAttribute("role", "button");
    made.setAttribute("aria-expanded", "false");
    const toggle = () => made.setAttribute("aria-expanded", made.classList.toggle("open"));
    made.addEventListener("click", toggle);
    made.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      toggle();
    });
  }
  return made;
}

export function link(address) {
  const made = document.createElement("a");
  made.href = address;
  made.target = "_blank";
  made.rel = "noopener noreferrer";
  return made;
}
