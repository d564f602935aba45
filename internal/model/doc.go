// Package model talks to a language model behind an OpenAI-compatible server:
// llama.cpp, Ollama, vLLM, or a service in a cloud. One call, JSON in, JSON out.
//
// A [Client] sends a [Request] to /v1/chat/completions at temperature 0 and returns
// the [Reply]. Where a server takes a JSON schema it gets one; where it does not, the
// client finds that out once and does without. [Ask] reads the JSON in a reply,
// whatever a model has put around it: code fences, its thinking, a friendly sentence.
//
// [Client.Transcribe] has /v1/audio/transcriptions of such a server write down what is
// said in a recording. A [Budget] counts the calls of a day, by who caused them.
//
// Nothing here knows what is asked. Callers depend on [Completer], so that their
// tests need no server. [ErrReply] marks an error that concerns one request;
// every other concerns the server, and the next request would fare no better.
//
// The key, and the values of headers, stand in no error. The client library of
// OpenAI would add some 3 MB to the program for one POST; net/http is enough.
package model
