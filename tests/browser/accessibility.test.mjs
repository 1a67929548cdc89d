// axe-core finds nothing on any page, light and dark, narrow and wide, before, during and after the campaign.
import { assertAccessible, assertApart, assertFits } from "./support/accessibility.mjs";
import { nowhere, openTown, openWhole, picture, publicPages } from "./support/town.mjs";

const everyLook = ["light", "dark"].flatMap((scheme) => [320, 360, 768, 1280, 1920].map((width) => ({ scheme, width })));
const extremes = [{ scheme: "light", width: 320 }, { scheme: "light", width: 1280 }, { scheme: "dark", width: 1280 }];
// The day of the demonstration, one after the deadline, one years later. What does not depend on the day is looked at once.
const states = [
  { pages: [...publicPages, nowhere, "/arbeit"], looks: everyLook },
  { today: "2024-01-15", pages: [...publicPages, "/arbeit"], looks: extremes },
  { today: "2026-11-21", pages: [...publicPages, "/arbeit"], looks: extremes },
];

for (const { today, pages, looks } of states) {
  const town = await openTown({ today });
  const shown = today ?? "the demonstration's day";
  for (const path of pages) {
    town.journey(`${path} on ${shown} is accessible and fits, light and dark, narrow and wide`, async ({ page, expectFault }) => {
      if (path === nowhere) expectFault(/status of 404/);
      await openWhole(page, path);
      for (const { scheme, width } of looks) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 800 });
        const where = `${path} on ${shown}, ${scheme}, ${width} px`;
        await assertAccessible(page, where);
        await assertFits(page, where);
        await assertApart(page, where);
        if (isTelling(path, today, scheme, width)) await picture(page, nameOf(path, today, scheme, width));
      }
    });
  }
}

/** Of the later days and the widths between, the two pages that change most; dark differs in colour alone. */
function isTelling(path, today, scheme, width) {
  const changesMost = ["/", "/gebiet/griesheim"].includes(path);
  if (today || width === 768) return changesMost && scheme === "light";
  if (width === 360 || width === 1920) return changesMost;
  return scheme === "light" || width === 1280;
}

function nameOf(path, today, scheme, width) {
  return [path === "/" ? "start" : path.slice(1).replaceAll("/", "-"), today, width, scheme === "dark" && "dark"].filter(Boolean).join("-");
}
