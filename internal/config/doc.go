// Package config loads the settings: one struct, made of the defaults, a file, the
// environment and the command line; the latter override the former.
//
// The settings are in one table (keys.go): the name of each, its default, its
// bounds and the field that it fills. Whatever is not in that table is an
// error, wherever it comes from, and the error names what was written, where,
// and the nearest key that there is. So a misspelt variable cannot leave a
// service silently on its defaults.
//
// A key is written telegram.workers in the file (nested, as YAML has it) and
// PINCITE_TELEGRAM_WORKERS in the environment. A variable that is set to nothing
// counts as not set.
//
// Secrets have a type of their own, which no formatting prints.
//
// Outside dependency: github.com/spf13/viper, which reads the file and lays
// environment and flags over it.
package config
