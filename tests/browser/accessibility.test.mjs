// axe-core finds nothing on any page, light and dark, narrow and wide, before, during and after the campaign.
import { assertAccessible, assertFits } from "./support/accessibility.mjs";
import { nowhere, openTown, picture, publicPages, ready } from "./support/town.mjs";

const widths = [320, 768, 1280];
const schemes = ["light", "dark"];
// The day of the demonstration, one after the deadline, one years later.
const days = [undefined, "2024-01-15", "2026-11-21"];

for (const today of days) {
  const town = await openTown({ today });
  const shown = today ?? "the demonstration's day";
  for (const path of [...publicPages, nowhere, "/arbeit", "/arbeit/gebiet/griesheim"]) {
    town.journey(`${path} on ${shown} is accessible and fits, light and dark, from ${widths[0]} to ${widths.at(-1)} px`, async ({ page, expectFault }) => {
      if (path === nowhere) expectFault(/status of 404/);
      await page.goto(path);
      if (path !== nowhere) await ready(page);
      if (path.startsWith("/arbeit")) await page.locator("h1").waitFor();
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 800 });
          const where = `${path} on ${shown}, ${colorScheme}, ${width} px`;
          await assertAccessible(page, where);
          await assertFits(page, where);
          if (wanted(path, today, colorScheme, width)) await picture(page, pictureName(path, today, colorScheme, width));
        }
      }
    });
  }
}

/** Dark differs in colour alone, the medium width is rarely telling: one picture of each is enough. */
function wanted(path, today, colorScheme, width) {
  if (colorScheme === "dark") return !today && width === 1280;
  return width !== 768 || path === "/" || path === "/gebiet/griesheim";
}

function pictureName(path, today, colorScheme, width) {
  return [path === "/" ? "start" : path.slice(1).replaceAll("/", "-"), today, width, colorScheme === "dark" && "dark"].filter(Boolean).join("-");
}
