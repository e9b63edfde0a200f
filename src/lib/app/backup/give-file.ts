/** What became of a file: handed to the share sheet, to the downloads, or to nobody because the student thought better of it. */
export type Given = 'shared' | 'downloaded' | 'cancelled';

/** Hands a file to the share sheet where there is one that takes it, else to the browser's downloads. */
export async function giveFile(file: File): Promise<Given> {
	// Asked for each: some browsers have none of it, some share texts alone.
	const { canShare, share } = navigator as Partial<Navigator>;
	const data = { files: [file] };
	if (isTouched() && share && canShare?.call(navigator, data)) {
		try {
			await share.call(navigator, data);
			return 'shared';
		} catch (error) {
			if ((error as { readonly name?: string }).name === 'AbortError') return 'cancelled';
			// Not allowed any more, because packing took too long: the downloads take it.
		}
	}
	download(file);
	return 'downloaded';
}

/** On a computer a file belongs in a folder of one's choice, not on a share sheet. */
function isTouched(): boolean {
	return matchMedia('(pointer: coarse)').matches;
}

/** Hands a file to the browser's downloads. */
export function download(file: File): void {
	const url = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = url;
	link.download = file.name;
	link.click();
	// Some browsers read the address only after the click has returned.
	setTimeout(() => {
		URL.revokeObjectURL(url);
	}, 60_000);
}
