import type { Problem } from './problem.ts';

/** Which problems of a note are only follow-ups of another one in it. */
const FOLLOW_UPS: Readonly<Record<string, readonly string[]>> = {
	E007: ['E504', 'E506', 'E508'],
	E103: ['E504', 'E506'],
	E104: ['E702', 'E201', 'E203', 'E701', 'W703', 'W704', 'E504'],
	E107: ['I202', 'E201', 'E401', 'E405', 'E501', 'E502', 'E504', 'E506', 'E508', 'E509', 'E701', 'E702', 'W703', 'W704', 'W406'],
	E304: ['E501', 'E502', 'E503', 'E504'],
	E401: ['E504'],
	E405: ['E401', 'E504'],
	E407: ['E401', 'E405', 'E501', 'E504', 'W404', 'W108', 'I303', 'W603'],
	E504: ['E503'],
	W104: ['E504', 'E201'],
	W302: ['I305', 'W603', 'E406', 'E504', 'E501', 'E505']
};

/** The problems of a note without those that are only there because of another one in it. */
export function withoutFollowUps(problems: readonly Problem[]): Problem[] {
	const hidden = new Set(problems.flatMap(({ code }) => FOLLOW_UPS[code] ?? []));
	return hidden.size === 0 ? [...problems] : problems.filter(({ code }) => !hidden.has(code));
}
