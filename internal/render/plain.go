package render

import "pincite/internal/chat"

// Plain returns r as text without markup: quotes in quotation marks, each
// followed by its citation in brackets. Passages are left out, since nothing
// can be folded. It ends without a line break.
func Plain(r chat.Reply) string { return "" }

// Terminal returns r as Plain does, with colours if colour is set, wrapped to
// width columns if width is positive.
func Terminal(r chat.Reply, colour bool, width int) string { return "" }
