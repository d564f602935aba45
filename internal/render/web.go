package render

import (
	"html/template"

	"pincite/internal/chat"
)

// Web returns r as HTML for the chat page. Citations lead to
// base/d/<document>/<section>#s<sentence>; base is "" for the same host.
// Buttons are <button type="button" data-press="…"> or data-share="…".
func Web(r chat.Reply, base string) template.HTML { return "" }
