package botapi

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strconv"
)

// SignatureBytes is how much longer the data of a button is when it is signed.
const SignatureBytes = 8

// A Signer signs the data of buttons, so that they do something only in the chat that
// they were sent to: whoever has a client of their own can send any data.
type Signer struct{ key []byte }

// Signer returns what signs buttons for the bot of the client's token, the same over
// restarts and replicas.
func (c *Client) Signer() Signer { return Signer{derive(c.token, "buttons")} }

// Sign returns the data of a button for a chat with a signature behind it.
func (s Signer) Sign(chat int64, data string) string { return data + s.signature(chat, data) }

// Check takes the signature off the data of a button that was pressed in a chat; false
// if it is not the bot's own for that chat.
func (s Signer) Check(chat int64, signed string) (data string, ok bool) {
	n := len(signed) - SignatureBytes
	if n < 0 {
		return "", false
	}
	data = signed[:n]
	return data, hmac.Equal([]byte(signed[n:]), []byte(s.signature(chat, data)))
}

// Resign signs the buttons of a call, signed for one chat, for another: a group has
// another number once it has moved.
func (s Signer) Resign(c Call, from, to int64) {
	var k markup
	if json.Unmarshal([]byte(c.params["reply_markup"]), &k) != nil {
		return // there are none
	}
	for _, row := range k.Rows {
		for i := range row {
			if data, ok := s.Check(from, row[i].Data); ok {
				row[i].Data = s.Sign(to, data)
			}
		}
	}
	c.params["reply_markup"] = marshal(k)
}

func (s Signer) signature(chat int64, data string) string {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(strconv.FormatInt(chat, 10) + " " + data))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))[:SignatureBytes]
}
