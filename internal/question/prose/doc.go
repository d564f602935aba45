// Package prose takes a message as what people write: without addresses, formatting and
// the heads and signatures of mail; cut into sentences, some of which ask; in some
// language; and with the frame taken off that stands around what is asked.
package prose
