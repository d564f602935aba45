// Package visitor knows who a request is from and what they may take: the address
// that it comes from, past the proxies that are trusted ([Proxies]); the name that it
// calls the server by, which must be one of the server's own ([Hosts]); and how much
// one network may ask ([Limiter]).
//
// What cannot be known earns no trust: a proxy that does not say for whom it asks, or
// says it unreadably, asks for nobody, and all nobodies share one allowance.
package visitor
