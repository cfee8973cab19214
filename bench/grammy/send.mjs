// grammY sending plain messages: node send.mjs SITE AT_ONCE COUNT
import { Bot } from "grammy";

const [site, atOnce, count] = process.argv.slice(2);
const bot = new Bot("100200300:made-up-for-the-emulator", { client: { apiRoot: site } });
let next = 0;
const line = async () => {
  while (next < Number(count)) {
    await bot.api.sendMessage(5000000001 + next++, "The lamps are on.");
  }
};
await Promise.all(Array.from({ length: Number(atOnce) }, line));
