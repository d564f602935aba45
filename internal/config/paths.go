package config

import (
	"fmt"
	"path/filepath"
)

// paths is a setter of a list of paths: of YAML, or of one text that separates
// them as the system's PATH does. In any list an empty path stays.
func paths(field func(*Config) *[]string) setter {
	return func(c *Config, raw any) error {
		var out []string
		switch v := raw.(type) {
		case string:
			out = append(out, filepath.SplitList(v)...)
		case []string:
			out = v
		case []any:
			for _, item := range v {
				s, ok := item.(string)
				if !ok {
					return fmt.Errorf("must be a list of paths, got %v in it: write it in quotes", item)
				}
				out = append(out, s)
			}
		default:
			return fmt.Errorf("must be a list of paths, got %v: write it in quotes", raw)
		}
		*field(c) = out
		return nil
	}
}

// onePath is a setter of a list of one path, or of none for an empty text.
func onePath(field func(*Config) *[]string) setter {
	return func(c *Config, raw any) error {
		s, ok := raw.(string)
		if !ok {
			return fmt.Errorf("must be a text, got %v: write it in quotes", raw)
		}
		*field(c) = nil
		if s != "" {
			*field(c) = []string{s}
		}
		return nil
	}
}
