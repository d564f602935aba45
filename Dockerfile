# The compiler is that of go.mod's toolchain; of this image nothing else is kept but the
# certificates. For a newer one: docker buildx imagetools inspect golang:VERSION-bookworm
# tells the digest, of all platforms together.
FROM golang:1.26.8-bookworm@sha256:a688600ca24f8a4d3ca77f95b0dd40704a9fc787c826660eb7ba0b641b8b175d AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# The folder for what outlives the container belongs to the user who runs the program: a
# volume that is mounted there inherits that.
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o /out/pincite ./cmd/pincite && mkdir /out/state

FROM scratch
ARG REVISION=unknown
ARG CREATED=unknown
LABEL org.opencontainers.image.title="pincite" \
      org.opencontainers.image.description="Answers questions about documents, word for word and with the place" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}"
# Certificates to reach Telegram with. Nothing else of a system is needed, not even a
# shell: the document is inside the program, and all that it writes is below /state.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /out/pincite /pincite
COPY --from=build --chown=65532:65532 /out/state /state
ENV PINCITE_INDEX_PATH=/state/index
VOLUME ["/state"]
USER 65532:65532
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["/pincite", "check", "--live"]
ENTRYPOINT ["/pincite"]
CMD ["serve"]
