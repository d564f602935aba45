# syntax=docker/dockerfile:1

FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# The folder for settings that outlive the container belongs to the user who
# runs the program: a volume that is mounted there inherits that.
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /out/pincite ./cmd/pincite && mkdir /out/state

FROM scratch
# Certificates to reach Telegram with. Nothing else of a system is needed: the
# document is inside the program, and nothing is written unless store.path says so; store.url needs the network alone.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/pincite /pincite
COPY --from=build --chown=65532:65532 /out/state /state
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/pincite"]
CMD ["serve"]
