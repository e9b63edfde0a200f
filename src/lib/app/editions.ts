import type { CardId } from '#lib/core/card/card.ts';
import type { Deck } from '#lib/core/deck/deck.ts';
import type { DeckAt } from '#lib/core/deck/identity.ts';
import { cardsOf } from '#lib/core/card/card.ts';
import type { Day, Entry } from '#lib/core/review/entry.ts';
import { DAY_MS } from '#lib/core/schedule/day.ts';
import { isNew } from '#lib/core/schedule/state.ts';
import { newId, now } from './clock.ts';
import type { Journal } from './journal.svelte.ts';
import { decks, loadDeck } from './library.ts';

/** Which version of each deck's text is kept in the store, by the deck's id. */
type Versions = Readonly<Record<string, string>>;

const SETTING = 'editions';

/**
 * Writes into the log what new texts of decks mean for the student's history: which cards go by another key now, and where what is
 * right has changed. To be called before anything is studied; it costs one look into the settings while no text has changed.
 */
export async function catchUp(journal: Journal): Promise<void> {
	const known = await versionsIn(journal);
	if (!decks().some(({ id, version }) => known[id] !== undefined && known[id] !== version)) return;
	const [{ diffDecks }, old, fresh] = await Promise.all([import('#lib/core/deck/identity.ts'), keptDecks(journal), shelvedDecks()]);
	const changes = diffDecks(old, fresh);
	const seen = (key: string | undefined) => key !== undefined && !isNew(journal.progress.cards.get(key as CardId));
	const base = () => ({ id: newId(), at: now() });
	const entries = changes.flatMap(({ old: from, new: to, verdict }): readonly Entry[] => {
		if (!seen(from) || to === undefined) return [];
		if (verdict === 'renamed') return [{ kind: 'renamed', ...base(), from: from as CardId, to: to as CardId }];
		return verdict === 'changed' ? [{ kind: 'changed', ...base(), cardId: to as CardId }] : [];
	});
	await journal.append(...entries, ...announced(journal, old, fresh));
	await keep(journal, fresh, Object.fromEntries(decks().map(({ id, version }) => [id, version])));
}

/** Keeps the texts of decks that have answers, as far as none is kept yet: to be compared with the next version. */
export async function keepTexts(journal: Journal): Promise<void> {
	const known = await versionsIn(journal);
	const answered = decks().filter(
		({ id, cardIds, uses }) => known[id] === undefined && [...cardIds, ...uses].some((card) => !isNew(journal.progress.cards.get(card)))
	);
	if (answered.length === 0) return;
	const texts = (await shelvedDecks()).filter(({ deck }) => answered.some(({ id }) => id === deck.id));
	await keep(journal, texts, { ...known, ...Object.fromEntries(answered.map(({ id, version }) => [id, version])) });
}

/** What authors have announced themselves, with `- Changed: 2026-11-21 reset`, and not in the text before. */
function announced(journal: Journal, old: readonly DeckAt[], fresh: readonly DeckAt[]): readonly Entry[] {
	const before = new Set(old.flatMap(({ deck }) => deck.notes.map(({ id, facts }) => changeKey(deck, id, facts.changed))));
	return fresh.flatMap(({ deck }) =>
		deck.notes.flatMap((note): readonly Entry[] => {
			const { changed } = note.facts;
			if (changed === undefined || before.has(changeKey(deck, note.id, changed))) return [];
			const on: Day = Math.floor(Date.parse(changed.day) / DAY_MS);
			const cards = cardsOf(deck.namespace, note).filter(({ id }) => !isNew(journal.progress.cards.get(id)));
			return cards.map(({ id: cardId }) =>
				changed.reset
					? { kind: 'reset', id: newId(), at: now(), cardId, before: on }
					: { kind: 'changed', id: newId(), at: now(), cardId, on }
			);
		})
	);
}

function changeKey({ namespace }: Deck, id: string, changed: unknown): string {
	return JSON.stringify([namespace, id, changed]);
}

async function versionsIn({ settings }: Journal): Promise<Versions> {
	const value = await settings.get(SETTING).catch(() => undefined);
	return typeof value === 'object' && value !== null ? (value as Versions) : {};
}

async function keptDecks({ store: { texts } }: Journal): Promise<readonly DeckAt[]> {
	const ids = await texts.keys();
	const kept = await Promise.all(ids.map(async (id) => ({ path: id, text: await texts.get(id) })));
	return kept.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, deck: JSON.parse(text) as Deck }]));
}

/** The decks as they are now. The path is the deck's id, because that stays when a file is renamed. */
async function shelvedDecks(): Promise<readonly DeckAt[]> {
	const loaded = await Promise.all(decks().map(({ name }) => loadDeck(name)));
	return loaded.flatMap((deck) => (deck ? [{ path: deck.id, deck }] : []));
}

/** The texts first: a version is only noted when its text is there. */
async function keep({ store, settings }: Journal, texts: readonly DeckAt[], versions: Versions): Promise<void> {
	for (const { deck } of texts) await store.texts.set(deck.id, JSON.stringify(deck));
	await settings.set(SETTING, versions);
}
