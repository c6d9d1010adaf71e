declare const content: unique symbol

/**
 * Plain JSON of one shape, deflated and written in base64 (app/_server/pack.ts): what a page sends to the parts that the
 * browser draws (components/ui/unpacked.ts). A tree of objects costs the server many times as much to send.
 */
export type Packed<Value> = string & { readonly [content]: Value }
