declare const content: unique symbol
declare const plain: unique symbol

/**
 * Plain JSON of one shape, deflated and written in base64 (app/_server/pack.ts): what a page sends to the parts that the
 * browser draws (components/ui/unpacked.ts). A tree of objects costs the server many times as much to send.
 */
export type Packed<Value> = string & { readonly [content]: Value }

/** The same as plain text, for what the server draws too: it is read at once (components/ui/written.ts). */
export type Written<Value> = string & { readonly [content]: Value; readonly [plain]: true }
