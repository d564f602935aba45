package main

import (
	"encoding/json"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"pincite/internal/config"
)

// The files that run the program elsewhere are held to the program: the verbs, flags and
// settings that they name are there, and what keeps them safe is not lost.

func readFile1(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("../../" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// checkSettings wants the variables of ours among env to be settings with good values.
func checkSettings(t *testing.T, where string, env []string) {
	t.Helper()
	if _, err := config.Load(config.Options{Env: env}); err != nil {
		t.Errorf("%s: %v", where, err)
	}
}

// checkVerb wants a command line to name a verb and flags that there are.
func checkVerb(t *testing.T, where string, args []string) {
	t.Helper()
	verb, rest, err := (&program{}).root().Find(args)
	if err == nil {
		err = verb.ParseFlags(rest)
	}
	if err != nil || !verb.HasParent() {
		t.Errorf("%s: %q: %v", where, args, err)
	}
}

// pinned is the name of an image with the version for people and the digest that decides.
var pinned = regexp.MustCompile(`^\S+:\d+\.\d+(\.\d+)?(-\w+)?@sha256:[0-9a-f]{64}$`)

// An image is what the Dockerfile says of the image that is run: the rest of each line
// by its first word.
type image map[string][]string

// imageOf reads the Dockerfile. The image must be made of nothing.
func imageOf(t *testing.T) (base string, i image) {
	t.Helper()
	text := regexp.MustCompile(`(?m)^#.*\n`).ReplaceAllString(readFile1(t, "Dockerfile"), "")
	text = strings.ReplaceAll(text, "\\\n", " ")
	build, last, found := strings.Cut(text, "FROM scratch\n")
	if !found {
		t.Fatal("the image is not made of nothing")
	}
	if m := regexp.MustCompile(`(?m)^FROM (\S+) AS build$`).FindStringSubmatch(build); m != nil {
		base = m[1]
	}
	i = image{}
	for line := range strings.Lines(last) {
		if word, rest, _ := strings.Cut(strings.TrimSpace(line), " "); word != "" {
			i[word] = append(i[word], rest)
		}
	}
	return base, i
}

// list reads what is written as a list of JSON.
func (i image) list(t *testing.T, word string) (out []string) {
	t.Helper()
	said := strings.Join(i[word], " ")
	if err := json.Unmarshal([]byte(said[max(0, strings.Index(said, "[")):]), &out); err != nil {
		t.Errorf("%s %s: %v", word, said, err)
	}
	return out
}

func TestDockerfile(t *testing.T) {
	base, said := imageOf(t)
	toolchain := regexp.MustCompile(`(?m)^go (\S+)$`).FindStringSubmatch(readFile1(t, "go.mod"))
	if !pinned.MatchString(base) || !strings.Contains(base, ":"+toolchain[1]+"-") {
		t.Errorf("the base is %q, want one of Go %s by its digest", base, toolchain[1])
	}
	if said["RUN"] != nil {
		t.Errorf("there is no shell to run %s", said["RUN"])
	}
	if user := said["USER"]; len(user) != 1 || !regexp.MustCompile(`^[1-9]\d*:[1-9]\d*$`).MatchString(user[0]) {
		t.Errorf("user %q, want numbers other than root's", user)
	}
	for _, label := range []string{"title", "description", "revision", "created"} {
		if !strings.Contains(strings.Join(said["LABEL"], " "), "org.opencontainers.image."+label+"=") {
			t.Errorf("no label %s", label)
		}
	}
	checkSettings(t, "ENV", said["ENV"])
	for where, args := range map[string][]string{"HEALTHCHECK": said.list(t, "HEALTHCHECK"), "CMD": append(said.list(t, "ENTRYPOINT"), said.list(t, "CMD")...)} {
		if len(args) < 2 || args[0] != "/pincite" {
			t.Errorf("%s runs %q", where, args)
			continue
		}
		checkVerb(t, where, args[1:])
	}
}

func TestCompose(t *testing.T) {
	var file struct {
		Services map[string]struct {
			Image       string
			Build       any
			ReadOnly    bool     `yaml:"read_only"`
			CapDrop     []string `yaml:"cap_drop"`
			SecurityOpt []string `yaml:"security_opt"`
			Environment map[string]string
			Healthcheck struct{ Test []string }
			Volumes     []string
			Ports       []string
			DependsOn   map[string]struct{ Condition string } `yaml:"depends_on"`
		}
		Volumes map[string]any
	}
	text := readFile1(t, "config/compose.yaml")
	if err := yaml.Unmarshal([]byte(text), &file); err != nil {
		t.Fatal(err)
	}
	for name, s := range file.Services {
		if !slices.Contains(s.CapDrop, "ALL") || !slices.Contains(s.SecurityOpt, "no-new-privileges:true") {
			t.Errorf("%s keeps privileges", name)
		}
		if s.Build == nil && !pinned.MatchString(s.Image) {
			t.Errorf("%s: image %s is not one version and its digest", name, s.Image)
		}
		for on, how := range s.DependsOn {
			if how.Condition != "service_healthy" || len(file.Services[on].Healthcheck.Test) == 0 {
				t.Errorf("%s does not wait for %s to be well", name, on)
			}
		}
		for _, v := range s.Volumes {
			if volume, _, _ := strings.Cut(v, ":"); !strings.HasPrefix(volume, ".") {
				if _, ok := file.Volumes[volume]; !ok {
					t.Errorf("%s: there is no volume %s", name, volume)
				}
			}
		}
		for _, p := range s.Ports {
			if !strings.HasPrefix(p, "127.0.0.1:") {
				t.Errorf("%s can be reached from other machines: %s", name, p)
			}
		}
	}
	bot := file.Services["pincite"]
	if !bot.ReadOnly {
		t.Error("the bot may write to its image")
	}
	example := readFile1(t, "config/compose.env.example")
	variable := regexp.MustCompile(`\$\{(\w+)(?::[-?]([^}]*))?\}`)
	var env []string
	for name, value := range bot.Environment {
		for _, v := range variable.FindAllStringSubmatch(value, -1) {
			if !strings.Contains(example, "\n"+v[1]+"=") {
				t.Errorf("compose.env.example lacks %s", v[1])
			}
		}
		env = append(env, name+"="+variable.ReplaceAllString(value, "x"))
	}
	checkSettings(t, "compose.yaml", env)
}

func TestUnit(t *testing.T) {
	said := map[string][]string{}
	for line := range strings.Lines(readFile1(t, "config/pincite.service")) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' || line[0] == '[' {
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if !ok {
			t.Errorf("not a setting: %s", line)
		}
		said[key] = append(said[key], value)
	}
	checkSettings(t, "Environment", said["Environment"])
	args := strings.Fields(said["ExecStart"][0])
	checkVerb(t, "ExecStart", args[1:])
	for key, want := range map[string]string{
		"DynamicUser": "yes", "NoNewPrivileges": "yes", "ProtectSystem": "strict", "CapabilityBoundingSet": "", "PrivateTmp": "yes",
		"Restart": "on-failure", "ExecReload": "/bin/kill -HUP $MAINPID", "StateDirectory": "pincite", "CacheDirectory": "pincite",
	} {
		if !slices.Equal(said[key], []string{want}) {
			t.Errorf("%s=%q, want %q", key, said[key], want)
		}
	}
	if said["MemoryDenyWriteExecute"] != nil {
		t.Error("PDF files could not be read")
	}
}
