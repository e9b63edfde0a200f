// Pure, and in every runtime, but not in the ES library: text as UTF-8 and back.
declare class TextEncoder {
	encode(text?: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
	constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
	decode(bytes?: Uint8Array): string;
}
