# One council's bot. All its data is in /data; settings come from the environment.
# It writes nowhere else, so the rest may be read-only: --read-only --tmpfs /tmp.
FROM python:3.11-slim

# SQLite rewrites its file at night, by way of a copy, which belongs on the disk, not in memory.
ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    SQLITE_TMPDIR=/data \
    WARDMOTE_FORGOTTEN=/data/wardmote.forgotten \
    WARDMOTE_DATABASE=sqlite+aiosqlite:////data/wardmote.db

RUN groupadd --gid 10001 wardmote \
    && useradd --uid 10001 --gid 10001 --home-dir /app --no-create-home --shell /usr/sbin/nologin wardmote \
    && install -d -o 10001 -g 10001 -m 0700 /data

WORKDIR /app

# Packages first: this layer is rebuilt only when the lock file changes. Prebuilt packages only, so
# that no compiler is needed; each file is checked against its hash.
COPY requirements.lock ./
RUN python -m pip install --no-cache-dir --disable-pip-version-check --only-binary :all: --require-hashes -r requirements.lock

COPY LICENSE pyproject.toml ./
COPY content ./content
COPY engagement ./engagement
COPY storage ./storage
COPY usecases ./usecases
COPY reports ./reports
COPY emulator ./emulator
COPY bot ./bot
COPY web ./web
COPY wardmote ./wardmote

# Compiled here, because nothing can be written later and each health check would compile it again.
RUN python -m compileall -q .

# By number, so that the platform that runs the image can verify that it is not root.
USER 10001:10001
VOLUME ["/data"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=2m --timeout=20s --start-period=1m --retries=2 CMD ["python", "-m", "wardmote", "healthy"]

# `exec` replaces the shell, so that a stop signal reaches the bot.
CMD ["sh", "-c", "python -m wardmote migrate && exec python -m wardmote run"]
