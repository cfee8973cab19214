// Where a chat is scrolled to: at its newest message, unless somebody has scrolled up to read.

const NEAR = 48; // pixels from the end that still count as the end

export class End {
  // `newer` is the button that leads back to the newest message.
  constructor(log, newer) {
    this.log = log;
    this.newer = newer;
    this.following = true;
    newer.addEventListener("click", () => { this.follow(); log.focus({ preventScroll: true }); });
    log.addEventListener("scroll", () => this.note());
    // Pictures that load, a keyboard that opens and a window that shrinks move the end as well.
    const watcher = new ResizeObserver(() => this.settle(false));
    for (const part of [log, ...log.children]) watcher.observe(part);
  }

  // Shows the newest message, and stays there.
  follow() {
    this.following = true;
    this.settle(false);
  }

  // Back to the end after a change, or an offer to go there if something was added out of sight.
  settle(added) {
    const { log } = this;
    // Before the first message there is only what the bot says of itself: it is read from the top.
    if (this.following) log.scrollTop = log.querySelector("li") ? log.scrollHeight : 0;
    this.height = log.clientHeight;
    this.whole = log.scrollHeight;
    this.offer((added && !this.following) || (!this.newer.hidden && !this.following));
  }

  // Only a scroll of somebody's own counts: not one that comes with a change of size.
  note() {
    const { log } = this;
    if (log.clientHeight !== this.height || log.scrollHeight !== this.whole) return;
    this.following = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    if (this.following) this.offer(false);
  }

  offer(whether) {
    if (!whether && document.activeElement === this.newer) this.log.focus({ preventScroll: true });
    this.newer.hidden = !whether;
  }
}
