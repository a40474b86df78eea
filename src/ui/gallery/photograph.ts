import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { galleryLanguages, galleryNames } from './gallery.tsx'
import { serveGallery } from './serve-gallery.ts'

/** Pictures of every page of the gallery, on a phone and a desk, light and dark, into `folder`. */
export async function photographGallery(
  folder: string,
  { chromiumPath = '/usr/bin/chromium', accent = '#1d6b4c' } = {},
) {
  mkdirSync(folder, { recursive: true })
  const gallery = await serveGallery(accent)
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu'],
  })
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1280]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme })
      for (const name of galleryNames) {
        for (const lang of galleryLanguages) {
          await page.goto(`${gallery.address}/gallery/${name}?lang=${lang}`)
          await page.screenshot({
            path: `${folder}/${name}-${lang}-${width}-${colorScheme}.png`,
            fullPage: true,
          })
        }
      }
      await page.close()
    }
  }
  await browser.close()
  gallery.close()
}
