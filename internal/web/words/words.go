package words

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"

	"pincite/internal/text"
)

//go:embed *.json
var files embed.FS

// Tags are the languages that there are, the one for everybody else first.
var Tags = []string{"en", "zh", "ru", "es"}

// Words are what the interface says in one language.
type Words struct {
	Tag    string            // BCP 47
	Page   map[string]string `json:"page"`   // by what templates call it
	Script map[string]string `json:"script"` // by what the script calls it; {} is where a value goes

	Problem map[string]string `json:"problem"` // what is wrong with a request
}

// Load reads all languages.
func Load() (map[string]Words, error) {
	out := map[string]Words{}
	for _, tag := range Tags {
		body, err := files.ReadFile(tag + ".json")
		if err != nil {
			return nil, fmt.Errorf("interface words: %w", err)
		}
		w := Words{Tag: tag}
		if err := json.Unmarshal(body, &w); err != nil {
			return nil, fmt.Errorf("interface words %s: %w", tag, err)
		}
		out[tag] = w
	}
	return out, nil
}

// Say puts a value in the place of the {} of some words.
func Say(words string, value any) string {
	return strings.Replace(words, "{}", fmt.Sprint(value), 1)
}

// Best returns the first of the wanted languages that there is, English for
// none. wanted is a language tag, or a list of them as Accept-Language has it,
// the most wanted first.
func Best(wanted string) string {
	for _, tag := range strings.Split(wanted, ",") {
		tag, _, _ = strings.Cut(tag, ";")
		tag = text.Base(strings.TrimSpace(tag))
		for _, t := range Tags {
			if t == tag {
				return t
			}
		}
	}
	return Tags[0]
}
