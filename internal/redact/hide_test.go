package redact

import "testing"

func TestHide(t *testing.T) {
	const bot = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
	const noDigit = "AAHdqTcvCHxvGWJxfSeofSAszKvPALDsawx"
	for _, tc := range []struct{ line, hidden, likely string }{
		{"", "", ""},
		{"got " + bot, "got [hidden]", "got [hidden]"},
		{`got "` + bot + `", which`, `got "[hidden]", which`, `got "[hidden]", which`},
		{"lookup tcp/" + bot[10:] + ": unknown port", "lookup tcp/[hidden]: unknown port", "lookup tcp/[hidden]: unknown port"}, // split at its colon
		{"set it to 127.0.0.1:" + noDigit, "set it to 127.0.0.1:[hidden]", "set it to 127.0.0.1:[hidden]"},
		{"AAA batteries, AABB-testing", "AAA batteries, AABB-testing", "AAA batteries, AABB-testing"},
		{"open bot" + bot + "/getMe", "open bot[hidden]/getMe", "open bot[hidden]/getMe"},
		{"postgres://me:s3cret@db:5432/x is no file", "postgres://[hidden]@db:5432/x is no file", "postgres://[hidden]@db:5432/x is no file"},
		{"https://example.org:8080/a@b", "https://example.org:8080/a@b", "https://example.org:8080/a@b"},
		{"open Report2024-FinalVersion-ofMay.pdf", "open Report2024-FinalVersion-ofMay.pdf", "open [hidden].pdf"},
		{"web.addr sk-Ab3dEf6hIj9lMn2pQr5tUv8x", "web.addr sk-Ab3dEf6hIj9lMn2pQr5tUv8x", "web.addr [hidden]"},
		{"PINCITE_TELEGRAM_WEBHOOK_TLS_CERT", "PINCITE_TELEGRAM_WEBHOOK_TLS_CERT", "PINCITE_TELEGRAM_WEBHOOK_TLS_CERT"},
		{"opinions-2024-general-office-text", "opinions-2024-general-office-text", "opinions-2024-general-office-text"},
		{"at 10:30, 12345:short", "at 10:30, 12345:short", "at 10:30, 12345:short"},
	} {
		if got := Hide(tc.line); got != tc.hidden {
			t.Errorf("Hide(%q) = %q, want %q", tc.line, got, tc.hidden)
		}
		if got := HideLikely(tc.line); got != tc.likely {
			t.Errorf("HideLikely(%q) = %q, want %q", tc.line, got, tc.likely)
		}
	}
}
