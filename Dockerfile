# One council's bot. What it must remember lives in /data; settings come from the environment.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    WARDMOTE_FORGOTTEN=/data/wardmote.forgotten \
    WARDMOTE_DATABASE=sqlite+aiosqlite:////data/wardmote.db

RUN useradd --uid 10001 --home-dir /app --no-create-home --shell /usr/sbin/nologin wardmote \
    && install -d -o wardmote -g wardmote /data

WORKDIR /app

# The packages first: this layer is built again only when the lock changes.
COPY requirements.lock ./
RUN python -m pip install --no-cache-dir --disable-pip-version-check --require-hashes -r requirements.lock

COPY LICENSE pyproject.toml ./
COPY content ./content
COPY engagement ./engagement
COPY storage ./storage
COPY usecases ./usecases
COPY reports ./reports
COPY emulator ./emulator
COPY bot ./bot
COPY wardmote ./wardmote

USER wardmote
VOLUME /data
STOPSIGNAL SIGTERM

# `exec` hands the process over, so that a stop signal reaches the bot and not a shell.
CMD ["sh", "-c", "python -m wardmote migrate && exec python -m wardmote run"]
