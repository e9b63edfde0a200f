// What a change of screens costs at least: the app's own markup and styles, two prepared screens swapped, and neither framework nor log.
import type { Page } from 'playwright';

/** The screen on which a card is rated, the screen that follows, and what they look like. */
interface Screens {
	/** The start tags of the document and its body, with what stands in them. */
	readonly tags: readonly [html: string, body: string];
	readonly styles: string;
	readonly rated: string;
	readonly next: string;
}

/** Rates the card that is asked on the app's page, and gives the two screens as a page of their own: "Good" puts the second in the place of the first. */
export async function ownScreens(app: Page): Promise<string> {
	await app.getByRole('button', { name: 'Show the answer' }).tap();
	await app.getByRole('button', { name: /^Good/ }).waitFor();
	const rated = await markup(app);
	await app.getByRole('button', { name: /^Good/ }).tap();
	await app.getByRole('button', { name: 'Show the answer' }).waitFor();
	const looks = await app.evaluate(() => ({
		tags: [document.documentElement, document.body].map((it) => (it.cloneNode() as Element).outerHTML.replace(/<\/\w+>$/, '')) as [
			string,
			string
		],
		styles: [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n')
	}));
	return paged({ ...looks, rated, next: await markup(app) });
}

function markup(app: Page): Promise<string> {
	return app.locator('.page.study').evaluate((study) => study.outerHTML);
}

/** What changes is the card and what is below it; the heading of the new one takes the focus, as in the app. `back()` shows the first screen again. */
function paged({ tags: [html, body], styles, rated, next }: Screens): string {
	return `<!doctype html>${html}<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>${styles}</style>${body}${rated}<template>${next}</template>
<script>
const partsOf = (study) => [...study.children].filter((part) => part.matches('main, section'));
const study = document.querySelector('.page.study');
const rated = partsOf(study);
const next = partsOf(document.querySelector('template').content.firstElementChild);
const swap = (from, to) => {
	from.forEach((part, at) => part.replaceWith(to[at]));
	to[0].querySelector('h1').focus({ preventScroll: true });
};
document.addEventListener('click', () => swap(rated, next));
const back = () => swap(next, rated);
</script>`;
}
