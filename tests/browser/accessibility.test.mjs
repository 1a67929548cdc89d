// axe-core finds nothing on any page, light and dark, narrow and wide, before, during and after the campaign.
import { assertAccessible, assertFits } from "./support/accessibility.mjs";
import { nowhere, openTown, picture, publicPages, ready } from "./support/town.mjs";

const schemes = ["light", "dark"];
// The day of the demonstration, one after the deadline, one years later. What does not depend on the day is looked at once.
const states = [
  { pages: [...publicPages, nowhere, "/arbeit", "/arbeit/gebiet/griesheim"], widths: [320, 768, 1280] },
  { today: "2024-01-15", pages: [...publicPages, "/arbeit"], widths: [320, 1280] },
  { today: "2026-11-21", pages: [...publicPages, "/arbeit"], widths: [320, 1280] },
];

for (const { today, pages, widths } of states) {
  const town = await openTown({ today });
  const shown = today ?? "the demonstration's day";
  for (const path of pages) {
    town.journey(`${path} on ${shown} is accessible and fits, light and dark, narrow and wide`, async ({ page, expectFault }) => {
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
  return width !== 768 || ["/", "/gebiet/griesheim"].includes(path);
}

function pictureName(path, today, colorScheme, width) {
  return [path === "/" ? "start" : path.slice(1).replaceAll("/", "-"), today, width, colorScheme === "dark" && "dark"].filter(Boolean).join("-");
}
