// Package metrics counts and times what the service does, for Prometheus to
// collect.
//
// All metrics live in a registry of their own, so that two services in one
// process, or one test after another, do not share numbers. No label holds
// anything that a person typed or any secret, and every label has few values:
// kinds, outcomes and status codes. A nil *Metrics counts nothing, so callers
// need not ask whether metrics are on.
//
// Outside dependency: github.com/prometheus/client_golang, the reference
// implementation of the exposition format, of histograms and of the process
// and runtime figures.
package metrics
