// Package confidence turns what speaks for a quote into the probability that it
// answers the question: a logistic model over a few named [Features].
//
// The weights are data, fit.json, made by
//
//	pincite eval --fit internal/confidence/fit.json
//
// from the judged questions of the repository, about documents of many kinds with
// and without finding aids, each document counting alike but for the default one, which
// counts twice ([Fit]).
package confidence
