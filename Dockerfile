# syntax=docker/dockerfile:1
# 三色：多阶段构建，非 root 运行，数据在 /data。docs/tools/docker_steps.sh 在没有容器的机器上走一遍同样的步骤。

FROM python:3.11-slim AS build
COPY requirements/runtime.txt /tmp/runtime.txt
RUN python -m venv /opt/venv \
    && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /tmp/runtime.txt \
    && /opt/venv/bin/pip uninstall -y setuptools

FROM python:3.11-slim
# 自带的字体已够用；装上 Noto CJK 后生僻字也能画出来。
RUN apt-get update \
    && apt-get install -y --no-install-recommends fonts-noto-cjk \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home --home-dir /home/sanse --shell /usr/sbin/nologin sanse \
    && install -d -o sanse -g sanse -m 0700 /data
COPY --from=build /opt/venv /opt/venv
WORKDIR /app
COPY config.toml ./
COPY actions ./actions
COPY bot ./bot
COPY documents ./documents
COPY handlers ./handlers
COPY language ./language
COPY models ./models
COPY pages ./pages
COPY scheduler ./scheduler
RUN /opt/venv/bin/python -m compileall -q /app
USER sanse
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    SANSE__STORE__URL=sqlite:///data/sanse.sqlite3 \
    SANSE__SERVER__HOST=0.0.0.0 \
    SANSE__SERVER__PORT=8080
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-m", "bot", "health"]
STOPSIGNAL SIGTERM
CMD ["python", "-m", "bot", "run"]
