package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/viper"

	"pincite/internal/text"
)

// Options say where settings come from.
type Options struct {
	File  string         // YAML; empty to take what PINCITE_CONFIG names, if anything
	Env   []string       // "NAME=value", as os.Environ has it
	Flags map[string]any // key -> text or list of texts, of the flags that were given: they win
}

// configVar names the file where no flag does.
const configVar = envPrefix + "CONFIG"

// foreign are variables with our prefix that are not settings: those of the
// tests, which run this program, and those that Kubernetes gives to every pod beside a
// service called "pincite" (PINCITE_SERVICE_HOST, PINCITE_PORT_8080_TCP_ADDR …).
var foreign = regexp.MustCompile(`^PINCITE_((E2E|REQUIRE)_.*|LOAD|SERVICE_(HOST|PORT(_.*)?)|PORT(_\d+_(TCP|UDP)(_.*)?)?)$`)

// Load returns the settings. An error is one line that names the file or the
// variable, the key, and what is wrong. It wraps an [fs.PathError] when the file
// cannot be read; every other error is a mistake in what was written.
func Load(o Options) (Config, error) {
	l := newLayers()
	env, err := settingsOf(o.Env)
	if err != nil {
		return Config{}, err
	}
	if file := cmp.Or(o.File, env[configVar]); file != "" {
		if err := l.file(file); err != nil {
			return Config{}, err
		}
	}
	if err := l.environment(env); err != nil {
		return Config{}, err
	}
	if err := l.flags(o.Flags); err != nil {
		return Config{}, err
	}
	return l.config()
}

// settingsOf picks the program's own variables. A variable set to nothing is
// not set.
func settingsOf(env []string) (map[string]string, error) {
	known := map[string]bool{configVar: true}
	for _, k := range keys {
		known[k.env()] = true
	}
	out := map[string]string{}
	for _, e := range env {
		name, value, _ := strings.Cut(e, "=")
		if !strings.HasPrefix(name, envPrefix) || foreign.MatchString(name) || value == "" {
			continue
		}
		if !known[name] {
			return nil, fmt.Errorf("environment variable %s sets nothing%s", name, hint(name, known))
		}
		out[name] = value
	}
	return out, nil
}

// layers are the sources on top of each other, and for each key the one that it
// was last set in.
type layers struct {
	v     *viper.Viper
	from  map[string]string // as errors name it
	layer map[string]string // "file", "environment" or "flags"
}

func newLayers() *layers {
	return &layers{v: viper.New(), from: map[string]string{}, layer: map[string]string{}}
}

// maxFile bounds the file that is read, in bytes: settings, not data.
const maxFile = 1 << 20

func (l *layers) file(file string) error {
	data, err := read(file)
	if err != nil {
		return fmt.Errorf("read settings: %w", err)
	}
	l.v.SetConfigType("yaml") // whatever the file's name ends in
	if err := l.v.ReadConfig(bytes.NewReader(data)); err != nil {
		return fmt.Errorf("read settings: %s: %s", file, strings.Join(strings.Fields(err.Error()), " "))
	}
	known := map[string]bool{}
	for _, k := range keys {
		known[k.name] = true
	}
	for _, name := range slices.Sorted(slices.Values(l.v.AllKeys())) {
		empty := l.v.Get(name) == nil // "telegram:" with nothing below it, or a key without a value
		if !known[name] && !(empty && isSection(name)) {
			return fmt.Errorf("%s: there is no key %s%s", file, name, hint(name, known))
		}
		if !empty {
			if err := l.setIn(name, "file", file); err != nil {
				return err
			}
		}
	}
	return nil
}

// setIn notes the source in which a key was last set. It takes the place of what a
// lower layer set under another name.
func (l *layers) setIn(name, layer, from string) error {
	l.from[name], l.layer[name] = from, layer
	for alias, key := range aliases {
		other := alias
		switch name {
		case alias:
			other = key
		case key:
		default:
			continue
		}
		if l.layer[other] == layer {
			return fmt.Errorf("%s: %s and %s are the same setting: keep %s", from, alias, key, key)
		}
		delete(l.from, other)
	}
	return nil
}

func read(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(data) > maxFile {
		err = &fs.PathError{Op: "read", Path: file, Err: errors.New("larger than 1 MiB")}
	}
	return data, err
}

func (l *layers) environment(env map[string]string) error {
	for _, k := range keys {
		value, ok := env[k.env()]
		if !ok {
			continue
		}
		if err := l.v.MergeConfigMap(nested(k.name, value)); err != nil {
			return fmt.Errorf("environment variable %s: %w", k.env(), err)
		}
		if err := l.setIn(k.name, "environment", "environment variable "+k.env()); err != nil {
			return err
		}
	}
	return nil
}

func (l *layers) flags(flags map[string]any) error {
	for name, value := range flags {
		shown := "flag --" + strings.NewReplacer(".", "-", "_", "-").Replace(name)
		if !slices.ContainsFunc(keys, func(k key) bool { return k.name == name }) {
			return fmt.Errorf("%s: there is no key %s", shown, name)
		}
		l.v.Set(name, value)
		if err := l.setIn(name, "flags", shown); err != nil {
			return err
		}
	}
	return nil
}

// nested returns {"a": {"b": value}} for the name "a.b".
func nested(name string, value any) map[string]any {
	first, rest, deeper := strings.Cut(name, ".")
	if deeper {
		value = nested(rest, value)
	}
	return map[string]any{first: value}
}

// config parses what the layers say, key by key.
func (l *layers) config() (Config, error) {
	c := defaults()
	for _, k := range keys {
		from, set := l.from[k.name]
		if !set {
			continue
		}
		if err := k.set(&c, l.v.Get(k.name)); err != nil {
			return Config{}, fmt.Errorf("%s: %s %w", from, k.name, err)
		}
	}
	return c, c.check()
}

// check refuses settings that contradict each other.
func (c Config) check() error {
	w := c.Telegram.Webhook
	switch {
	case w.URL == "" && (w.Addr != "" || w.TLSCert != "" || w.TLSKey != "" || w.Secret != ""):
		return errors.New("telegram.webhook.url is needed where other keys of telegram.webhook are set")
	case w.URL != "" && w.Addr == "" && c.Web.Addr == Off:
		return errors.New("telegram.webhook.addr is needed where web.addr is off: the webhook has nowhere to listen")
	case w.URL != "" && w.Addr == "" && w.TLSCert+w.TLSKey != "":
		return errors.New("telegram.webhook.addr is needed where telegram.webhook.tls_cert is set: the web server speaks plain HTTP")
	case c.Store.Path != "" && c.Store.URL != "":
		return errors.New("store.path and store.url are both set: state is kept in one place; leave one of them empty")
	case (w.TLSCert == "") != (w.TLSKey == ""):
		return errors.New("telegram.webhook.tls_cert and telegram.webhook.tls_key go together: one of them is not set")
	case c.Model.URL != "" && c.Model.Name == "":
		return errors.New("model.name is needed where model.url is set")
	case c.Model.Answers != Off && c.Model.URL == "":
		return errors.New("model.url is needed where model.answers is choose")
	case c.Model.Transcribe != "" && c.Model.URL == "":
		return errors.New("model.url is needed where model.transcribe is set")
	}
	return nil
}

// defaults are the settings where nothing is set.
func defaults() Config {
	var c Config
	for _, k := range keys {
		if err := k.set(&c, k.value); err != nil {
			panic("config: default of " + k.name + " " + err.Error()) // a mistake in the table
		}
	}
	return c
}

func isSection(name string) bool {
	return slices.ContainsFunc(keys, func(k key) bool { return strings.HasPrefix(k.name, name+".") })
}

// maxSlips is how far a name may be from the one that is suggested for it:
// three letters, more is a different word.
const maxSlips = 3

// hint returns what may have been meant by name, fit to follow it in an error.
func hint(name string, known map[string]bool) string {
	if isSection(name) {
		return " of its own: it is a section, with keys below it"
	}
	names := slices.Sorted(maps.Keys(known))
	for slips := 1; slips <= maxSlips; slips++ {
		for _, n := range names {
			if text.Near(n, name, slips) {
				return fmt.Sprintf("; did you mean %s?", n)
			}
		}
	}
	last := name[strings.LastIndex(name, ".")+1:]
	for _, n := range names {
		if strings.HasSuffix(n, "."+last) {
			return fmt.Sprintf("; did you mean %s?", n)
		}
	}
	return "; config/pincite.yaml lists all of them"
}
