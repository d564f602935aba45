package library

import "testing"

func TestChecker(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "a.md", "# A\n\nOne is here. It stays.\n")
	put(t, dir, "b.md", "# B\n\nTwo is there. It goes.\n")
	l, source := opened(t, dir)
	get := func(name string) any {
		c, ok := l.Checker(name)
		if !ok {
			t.Fatalf("no checker of %q", name)
		}
		return c
	}
	if _, ok := l.Checker("c"); ok {
		t.Error("a checker of a document that there is not")
	}
	all, a, b := get(""), get("a"), get("b")
	if get("") != all || get("a") != a || all == a || a == b {
		t.Error("a checker is made twice, or serves for another")
	}
	put(t, dir, "b.md", "# B\n\nTwo has moved. It goes.\n")
	if _, err := l.Reload(t.Context(), source); err != nil {
		t.Fatal(err)
	}
	if get("") == all || get("b") == b {
		t.Error("a checker has the words of a text that was replaced")
	}
	if get("a") != a {
		t.Error("the checker of a document that has not changed is made again")
	}
}
