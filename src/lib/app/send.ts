/** What became of a text that was to be sent: handed to another app, copied, called off by the student, or neither can be done here. */
export type Sent = 'shared' | 'copied' | 'called-off' | 'not-possible';

/** Hands a text to an app of the student's choice; where the browser cannot, copies it. Asks for nothing and sends nothing by itself. */
export async function send(text: string): Promise<Sent> {
	const { share, clipboard } = navigator as Partial<Navigator>;
	if (share) {
		try {
			await share.call(navigator, { text });
			return 'shared';
		} catch (error) {
			if (error instanceof DOMException && error.name === 'AbortError') return 'called-off';
		}
	}
	try {
		await clipboard?.writeText(text);
		return clipboard ? 'copied' : 'not-possible';
	} catch {
		return 'not-possible';
	}
}
