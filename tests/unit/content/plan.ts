/** What the first decks are to teach: concepts, facts, doubtful claims, and what scenarios are to practise. */

/** A concept's id, and the card that tells it from its neighbour. The id is that of the term that defines it. */
export const CONCEPTS: readonly (readonly [concept: string, toldApartBy: string])[] = [
	['sovereignty', 'lender-conditions'],
	['territorial-integrity', 'minister-by-letter'],
	['anarchy', 'peace-and-still-anarchy'],
	['liberal-order', 'parts-of-liberal-order'],
	['illiberal-order', 'sign-of-illiberal-order'],
	['hegemony', 'hegemony-or-empire'],
	['regional-hegemony', 'only-regional-hegemon'],
	['global-hegemony', 'aim-in-the-west'],
	['polarity', 'blocs-or-poles'],
	['multipolarity', 'multipolar-or-multilateral'],
	['interdependence', 'films-and-football'],
	['intergovernmental-organisation', 'kinds-of-organisations'],
	['ngo', 'igo-or-ngo'],
	['strongman', 'two-meanings-of-strongman'],
	['personalised-regime', 'one-chief-fills-all-posts'],
	['self-reliance', 'self-reliance-and-self-help'],
	['regime-survival', 'what-is-to-survive'],
	['hard-power', 'acts-and-kinds-of-power'],
	['soft-power', 'which-shows-soft-power'],
	['structural-realism', 'classical-and-structural-realism'],
	['power-maximisation', 'mearsheimer-and-waltz-on-power'],
	['balancing', 'joining-the-rising-power'],
	['balance-of-threat', 'lesser-and-greater-fear'],
	['security-dilemma', 'which-case-is-a-dilemma'],
	['containment', 'landing-on-the-island'],
	['new-cold-war', 'competition-and-cold-war'],
	['great-power-competition', 'competition-and-cold-war'],
	['alliance', 'alliance-or-alignment'],
	['alignment', 'allies-too-strong'],
	['realpolitik', 'realpolitik-and-realism'],
	['enemy-of-my-enemy', 'what-loosens-the-tie'],
	['shared-ideology', 'ideology-or-regime-type'],
	['no-limits-partnership', 'missing-from-no-limits'],
	['asymmetric-dependence', 'fish-for-the-neighbour'],
	['vassal-state', 'why-vassal-like'],
	['technology-transfer', 'which-is-a-transfer'],
	['leapfrogging', 'who-leapfrogs'],
	['sanctions', 'which-is-a-sanction'],
	['strain', 'strain-or-split'],
	['tertius-gaudens', 'third-or-divider'],
	['two-theatre-dilemma', 'two-theatres-or-overstretch'],
	['dominance-of-eurasia', 'which-is-dominance-of-eurasia'],
	['nato', 'collective-defence-or-security']
];

/** What must be known before. */
export const NEEDS: readonly (readonly [concept: string, needs: readonly string[]])[] = [
	['liberal-order', ['sovereignty', 'interdependence']],
	['personalised-regime', ['strongman']],
	['structural-realism', ['anarchy']],
	['security-dilemma', ['anarchy', 'hard-power']]
];

/** What scenarios practise. */
export const USED: readonly string[] = [
	'liberal-order',
	'multipolarity',
	'hegemony',
	'interdependence',
	'strongman',
	'regime-survival',
	'balancing',
	'security-dilemma',
	'containment',
	'alliance',
	'realpolitik',
	'shared-ideology',
	'asymmetric-dependence',
	'technology-transfer',
	'sanctions',
	'two-theatre-dilemma'
];

export interface Fact {
	readonly fact: string;
	readonly card: string;
	/** The number or the words that the card asks for. */
	readonly asks: number | readonly string[];
	readonly source: 'khemani' | 'michta';
	readonly locator: string;
}

export const FACTS: readonly Fact[] = [
	{ fact: 'nearly 30 meetings, 2013 to 2019', card: 'meetings-2013-2019', asks: 30, source: 'khemani', locator: 'par. 2' },
	{
		fact: 'China on the war: provoked by the US, and to be calmed',
		card: 'china-on-the-war',
		asks: ['provoked', 'brought down'],
		source: 'khemani',
		locator: 'par. 3'
	},
	{
		fact: 'the paper of February 2023 on US hegemony',
		card: 'paper-on-us-hegemony',
		asks: ['February 2023', 'Foreign Ministry', 'hegemony'],
		source: 'khemani',
		locator: 'par. 4'
	},
	{
		fact: '20 July 2023, a Russian commander on a Chinese ship',
		card: 'deputy-commander',
		asks: ['20 July 2023', 'Chinese', 'Sea of Japan'],
		source: 'khemani',
		locator: 'par. 4'
	},
	{
		fact: "18 September 2023, Wang Yi's talks",
		card: 'wang-yi-talks',
		asks: ['18 September 2023', 'Wang Yi', 'multipolar'],
		source: 'khemani',
		locator: 'par. 7'
	},
	{ fact: 'trade in 2021', card: 'trade-2021', asks: 147, source: 'michta', locator: 'par. 9' },
	{ fact: 'trade in 2022', card: 'trade-2022', asks: 190, source: 'michta', locator: 'par. 9' },
	{ fact: 'trade in 2023', card: 'trade-2023', asks: 240.1, source: 'michta', locator: 'par. 10' },
	{ fact: 'growth in 2023', card: 'trade-growth-2023', asks: 26.3, source: 'michta', locator: 'par. 10' },
	{
		fact: 'raw materials against finished goods',
		card: 'what-they-sell',
		asks: ['raw materials', 'finished goods', 'cars'],
		source: 'michta',
		locator: 'par. 11'
	},
	{
		fact: 'joint exercises and patrols',
		card: 'joint-waters',
		asks: ['Sea of Japan', 'Taiwan Strait', 'South China Sea'],
		source: 'michta',
		locator: 'par. 12'
	},
	{
		fact: 'December 2023, Xi and Mishustin',
		card: 'xi-and-mishustin',
		asks: ['December', 'Mishustin', 'strategic coordination'],
		source: 'michta',
		locator: 'par. 15'
	},
	{ fact: '20 companies under sanctions', card: 'twenty-companies', asks: 20, source: 'michta', locator: 'par. 17' },
	{ fact: '1 May 2024', card: 'first-of-may', asks: ['1 May', 'Hong Kong'], source: 'michta', locator: 'par. 17' }
];

/** What is doubtful in the essays, and the card that says so. */
export const DOUBTFUL: readonly (readonly [claim: string, card: string, source: 'khemani' | 'michta', locator: string])[] = [
	['Xi took power in 2013', 'xi-took-power', 'khemani', 'par. 1'],
	['what a strongman is', 'two-meanings-of-strongman', 'khemani', 'par. 2'],
	['the surname of Xi', 'surname-of-xi', 'khemani', 'par. 2'],
	['regime survival as structural realism', 'whose-survival', 'khemani', 'par. 3'],
	['the parade in Mexico', 'parade-in-mexico', 'khemani', 'par. 4'],
	['a trillion of trade', 'us-china-trade-2022', 'khemani', 'par. 4'],
	['balance of threat as balance of power', 'lesser-and-greater-fear', 'khemani', 'par. 4'],
	['the name of Blinken', 'blinken-first-name', 'khemani', 'par. 8'],
	['containment of the US', 'who-contains-whom', 'khemani', 'par. 8'],
	['the security dilemma as a race', 'left-out-of-khemani-dilemma', 'khemani', 'par. 10'],
	['Sino-Soviet for Sino-Russian', 'sino-soviet-or-sino-russian', 'michta', 'par. 6'],
	['allies', 'allies-too-strong', 'michta', 'par. 8'],
	['the collapse of trade', 'initial-collapse', 'michta', 'par. 9'],
	['who leads in hypersonics', 'hypersonics-doubt', 'michta', 'par. 14'],
	['a shared ideology', 'khemani-personal-tie', 'khemani', 'par. 2'],
	['no shared ideology', 'interest-without-belief', 'michta', 'par. 8'],
	['what China is after', 'what-china-is-after', 'michta', 'par. 7']
];
