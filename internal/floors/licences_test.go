package floors

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata/licences.txt")

// licences are those that a module of the binary may have, with what only their texts
// say. The first that fits counts.
var licences = []struct {
	name string
	says *regexp.Regexp
}{
	{"GPL", regexp.MustCompile(`GNU (AFFERO |LESSER |LIBRARY )?GENERAL PUBLIC LICENSE`)}, // not allowed: asks for the source of all
	{"Apache-2.0", regexp.MustCompile(`Apache License,? Version 2\.0, January 2004`)},
	{"MPL-2.0", regexp.MustCompile(`Mozilla Public License,? [Vv]ersion 2\.0`)},
	{"MIT", regexp.MustCompile(`Permission is hereby granted, free of charge, to any person obtaining a copy`)},
	{"ISC", regexp.MustCompile(`Permission to use, copy, modify, and(/or)? distribute this software for any purpose with or without fee`)},
	{"BSD", regexp.MustCompile(`Redistribution and use in source and binary forms, with or without modification, are permitted`)},
}

const forbidden = "GPL"

// licenceOf names the licence of a text; "" for one that is not known.
func licenceOf(text string) string {
	text = strings.Join(strings.Fields(strings.NewReplacer("//", " ", "*", " ").Replace(text)), " ")
	for _, l := range licences {
		if l.says.MatchString(text) {
			return l.name
		}
	}
	return ""
}

func TestLicenceOf(t *testing.T) {
	for text, want := range map[string]string{
		"":                                      "",
		"All rights reserved. Do not copy.":     "",
		"GNU GENERAL PUBLIC LICENSE\nVersion 3": forbidden,
		"GNU AFFERO GENERAL PUBLIC LICENSE":     forbidden,
		"Apache License\n\n Version 2.0, January 2004":                                     "Apache-2.0",
		"Permission is hereby granted, free of\n// charge, to any person obtaining a copy": "MIT",
	} {
		if got := licenceOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A module is one that the program is made of.
type moduleDir struct{ path, dir string }

// modules returns those whose code is in the program.
func modules(t *testing.T) []moduleDir {
	t.Helper()
	tool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("there is no go tool to list the modules with")
	}
	for _, name := range []string{"../../go.mod", "../../go.sum"} { // read, so that a change of them runs the test again
		if _, err := os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(tool, "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", "./cmd/pincite")
	cmd.Dir = "../.."
	listed, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Fields(strings.ReplaceAll(string(listed), "\t", "|"))
	slices.Sort(lines)
	var out []moduleDir
	for _, line := range slices.Compact(lines) {
		path, dir, _ := strings.Cut(line, "|")
		out = append(out, moduleDir{path, dir})
	}
	return out
}

var licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying)(\.(txt|md))?$`)

// TestLicences lists the licence of every module in the program, and refuses one that is
// not known or not allowed. A new module shows in the golden file.
func TestLicences(t *testing.T) {
	var list strings.Builder
	all := modules(t)
	if len(all) < 30 {
		t.Fatalf("only %d modules: is this still the program?", len(all))
	}
	for _, m := range all {
		found := ""
		entries, err := os.ReadDir(m.dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !licenceFile.MatchString(e.Name()) {
				continue
			}
			text, err := os.ReadFile(filepath.Join(m.dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			if found = licenceOf(string(text)); found != "" {
				break
			}
		}
		if found == "" || found == forbidden {
			t.Errorf("%s has the licence %q: use another module, or add what its text says", m.path, found)
		}
		list.WriteString(m.path + "\t" + found + "\n")
	}
	const golden = "testdata/licences.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(list.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if list.String() != string(want) {
		t.Errorf("the modules or their licences have changed (-update): got\n%s", list.String())
	}
}
