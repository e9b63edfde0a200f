/** The words that may lead an answer without being part of it, by language. Russian and Chinese have none. */
const ARTICLES: Readonly<Partial<Record<string, readonly string[]>>> = {
	en: ['the', 'a', 'an'],
	de: ['der', 'die', 'das', 'den', 'dem', 'des', 'ein', 'eine', 'einen', 'einem', 'einer', 'eines'],
	fr: ['le', 'la', 'les', 'un', 'une', 'des'],
	es: ['el', 'la', 'los', 'las', 'un', 'una', 'unos', 'unas'],
	it: ['il', 'lo', 'la', 'i', 'gli', 'le', 'un', 'uno', 'una'],
	pt: ['o', 'a', 'os', 'as', 'um', 'uma', 'uns', 'umas'],
	nl: ['de', 'het', 'een'],
	sv: ['en', 'ett'],
	nb: ['en', 'ei', 'et'],
	da: ['en', 'et'],
	ca: ['el', 'la', 'els', 'les', 'un', 'una', 'uns', 'unes']
};
/** Languages whose article may hang on the word: l’ordre, un’idea. */
const ELIDED: Readonly<Partial<Record<string, RegExp>>> = { fr: /^l'/, it: /^(?:l|un)'/, ca: /^l'/ };

/** Letters that are written without their mark where a keyboard lacks it, and that Unicode does not take apart. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ς: 'σ' };

/** The first digit of each script in which dates and numbers are commonly written. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50];

/** Invisible marks, among them those that steer the direction of text; and the stretching of Arabic letters. */
const INVISIBLE = /[\p{Cf}\u0640]/gu;
/** Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic. In other scripts marks are vowels and stay. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/gu;

/** The deck's language without its region: "en" for "en-GB", and for none. */
export function languageOf(tag: string | undefined): string {
	return (tag ?? 'en').toLowerCase().split('-', 1)[0] ?? 'en';
}

/** Digits of any common script as those of ASCII; everything else stays. */
export function plainDigits(text: string): string {
	return text.replaceAll(/\p{Nd}/gu, (digit) => {
		const code = digit.codePointAt(0) ?? 0;
		const zero = ZEROS.find((first) => code >= first && code < first + 10);
		return zero === undefined ? digit : String(code - zero);
	});
}

/**
 * An answer without what a keyboard, a hurry or a habit may change: Unicode's forms (NFKC), case, accents, punctuation, leading
 * articles of the deck's language (BCP 47; English if there is none), white space. Two answers are the same when their folds are.
 * Folding a fold changes nothing.
 */
export function foldAnswer(text: string, tag: string | undefined): string {
	// What one pass leaves may be an article or a form itself; a few passes settle it.
	let fold = foldOnce(text, tag);
	for (let pass = 0; pass < 8; pass++) {
		const again = foldOnce(fold, tag);
		if (again === fold) break;
		fold = again;
	}
	return fold;
}

function foldOnce(text: string, tag: string | undefined): string {
	const language = languageOf(tag);
	const letters = plainLetters(text)
		.replaceAll(/[’‘ʼ´`′]/gu, "'")
		.trim();
	const elided = ELIDED[language];
	const words = withoutPunctuation(elided ? letters.replace(elided, '') : letters);
	return withoutArticles(words, ARTICLES[language] ?? []) || letters;
}

/** Text without what a keyboard may lack: Unicode's forms (NFKC), case, accents, invisible marks; digits as those of ASCII. */
export function plainLetters(text: string): string {
	const spelt = plainDigits(text.normalize('NFKC')).replaceAll(INVISIBLE, '');
	// By way of upper case: that takes "ß" apart, and makes one letter of those that have two small forms.
	const small = spelt.toLowerCase().toUpperCase().toLowerCase();
	const bare = small.normalize('NFKD').replaceAll(ACCENTS, '').normalize('NFKC');
	return bare.replaceAll(/[øłđðþæœς]/gu, (letter) => PLAIN[letter] ?? letter);
}

/** Stops and quotes go, dashes and slashes part words; # % & @ * are read aloud and stay. Between digits any sign parts. */
function withoutPunctuation(text: string): string {
	return text
		.replaceAll(/(\d)(?![#%&@*])\p{P}(?=\d)/gu, '$1 ')
		.replaceAll(/[\p{Pd}/\\_\u2044\u2212]/gu, ' ')
		.replaceAll(/(?![#%&@*])\p{P}/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.replaceAll(/(\d) (?=\d{3}(?!\d))/gu, '$1') // 10,000 and 10 000
		.replaceAll(/([\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]) (?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu, '$1')
		.trim();
}

function withoutArticles(text: string, articles: readonly string[]): string {
	let rest = text;
	for (;;) {
		const space = rest.indexOf(' ');
		if (space < 0 || !articles.includes(rest.slice(0, space))) return rest;
		rest = rest.slice(space + 1);
	}
}
