package botapi

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"
)

// GetFile asks where the content of a file is. Result: [File].
func GetFile(id string) Call { return Call{"getFile", tgbotapi.Params{"file_id": id}} }

// A File is where a file's content is, for an hour at least.
type File struct {
	Path string `json:"file_path"` // below the address of the bot's files
	Size int64  `json:"file_size"` // in bytes; 0 if it is not told
}

// download names the download of a file where other calls have their method.
const download = "download"

// filePath is what the Bot API calls the files that people send: "voice/file_3.oga". A
// server that keeps them for programs on its own machine names a place there.
var filePath = regexp.MustCompile(`^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*(\.[A-Za-z0-9]+)?$`)

// Download returns the content of a file; more than limit bytes are an error, which is
// an *[Error] or a *[TransportError] as of [Client.Do].
func (c *Client) Download(ctx context.Context, f File, limit int64) ([]byte, error) {
	if !filePath.MatchString(f.Path) {
		return nil, &TransportError{Method: download, Reason: "the Bot API has no address for the file (a server of one's own with --local does not)"}
	}
	ctx, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	e := &exchange{ctx: ctx, client: c, method: download}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.files+c.token+"/"+f.Path, nil)
	if err != nil {
		return nil, e.fail(0, errors.New("the address of the file cannot be used"))
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, e.fail(0, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, e.fail(resp.StatusCode, errors.New("the file is not to be had"))
	}
	data, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("the file is larger than %d bytes", limit)
	}
	if err != nil {
		return nil, e.fail(resp.StatusCode, err)
	}
	return data, nil
}
