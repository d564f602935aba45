// Package compose words replies: what an answer, a section, the contents or the
// bot itself looks like as a [Reply], in the language of a [Voice].
//
// A Reply has blocks and buttons and no markup of any carrier. [Voice.Reply]
// words an answer, by its kind and reason; [Voice.About], [Voice.Browse],
// [Voice.LanguageMenu] and [Voice.Offer] word the rest. The sentences come from
// package words; quotes stay as the document has them, byte for byte.
//
// A button carries a [Verb], eight digits of the document's digest and a payload,
// 64 bytes at most, and nothing about it is kept: [Voice.Read], [Paged] and
// [Voice.Deref] take apart what was put together here.
//
// What a person typed is shown only through [Tame], without control and
// invisible characters, and shortened by [Cut].
//
// Nothing here remembers anything or knows who asks: that is package chat.
package compose
