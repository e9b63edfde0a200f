import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import ConceptMap from '#lib/ui/ConceptMap.svelte';

const EBB = { id: 'ebb', name: '*Ebb*', href: '/card/?id=ebb', recalled: 0.95, used: 0.5, needs: [], partOf: [] };
const FLOOD = { id: 'flood', name: 'Flood', href: '/card/?id=flood', recalled: undefined, used: undefined, needs: ['*Ebb*'], partOf: [] };
const MOON = { id: 'moon', name: 'moon', href: undefined, recalled: 0.75, used: undefined, needs: [], partOf: [] };
const TIES = [{ from: 'ebb', to: 'flood', kind: 'needs' }] as const;

describe('a concept map', () => {
	test('has a link for each concept that has a card, named by how well it is recalled and used', () => {
		render(ConceptMap, { concepts: [EBB, FLOOD, MOON], ties: TIES });
		const map = within(screen.getByRole('group', { name: /^Concept map/u }));
		expect(map.getByRole('link', { name: 'Ebb. Recalled: firm. Used: shaky.' }).getAttribute('href')).toBe('/card/?id=ebb');
		map.getByRole('link', { name: 'Flood. Not begun.' });
		map.getByRole('img', { name: 'moon. Recalled: fair. Used: not begun.' });
	});
	test('says the same as a list, with what each needs', () => {
		render(ConceptMap, { concepts: [EBB, FLOOD, MOON], ties: TIES });
		const list = screen.getByText('The same as a list, 3 concepts').closest('details') as HTMLDetailsElement;
		const items = within(list)
			.getAllByRole('listitem', { hidden: true })
			.map((item) => item.textContent.replaceAll(/\s+/gu, ' ').trim());
		expect(items).toEqual(['EbbRecalled: firm. Used: shaky.', 'FloodNot begun. Needs: Ebb.', 'moonRecalled: fair. Used: not begun.']);
	});
	test('explains only the lines that it has', () => {
		render(ConceptMap, { concepts: [EBB, FLOOD], ties: TIES });
		screen.getByText('leads from what is needed');
		expect(screen.queryByText('leads to a part')).toBeNull();
	});
	test('draws no map of a single concept: its row says the same', () => {
		render(ConceptMap, { concepts: [EBB], ties: [] });
		expect(screen.queryByRole('group', { name: /^Concept map/u })).toBeNull();
		expect(screen.queryByRole('list', { name: 'Legend' })).toBeNull();
		const row = screen.getByRole('link', { name: /^Ebb ?Recalled: firm\. Used: shaky\.$/u });
		expect(row.getAttribute('href')).toBe('/card/?id=ebb');
		expect(row.closest('details')).toBeNull();
	});
});
