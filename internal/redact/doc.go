// Package redact keeps secrets out of logs and errors.
package redact
