# 三色：make run 启动，make test 测试。只需要 Python 3.11 以上、pip 和 make。
#
# install  只装运行环境（.venv）        run    启动机器人（可带 PORT=9000 HOST=0.0.0.0）
# test     跑全部测试                  check  格式、规范、类型、分层、测试，提交前跑一遍
# bench    量速度                      fmt    整理格式

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
PYTEST ?= $(BIN)/python -m pytest -q -n 3

.PHONY: install run test lint check bench fmt clean

install: .venv/runtime.stamp

run: .venv/runtime.stamp
	@$(if $(PORT),SANSE__SERVER__PORT="$(PORT)") $(if $(HOST),SANSE__SERVER__HOST="$(HOST)") exec $(BIN)/python -m bot run

test: .venv/dev.stamp
	$(PYTEST)

lint: .venv/dev.stamp
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

bench: .venv/dev.stamp
	$(BIN)/python -m tests.bench

fmt: .venv/dev.stamp
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# Some systems come without ensurepip; then the system's own pip fills the environment.
$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 以上；可用 make PYTHON=python3.11 指定"; exit 1; }
	@echo "正在准备运行环境（.venv）……"
	@$(PYTHON) -m venv .venv 2>/dev/null || { rm -rf .venv && $(PYTHON) -m venv --without-pip .venv && $(PYTHON) -m pip --python $(BIN)/python install -q pip; }

# jieba imports pkg_resources where setuptools is there, which costs every start 80 ms: so it must not stay.
.venv/runtime.stamp: requirements/runtime.txt | $(BIN)/python
	@echo "正在安装依赖（约半分钟）……"
	@$(PIP) install -q --require-hashes -r requirements/runtime.txt
	@$(PIP) uninstall -q -y setuptools 2>/dev/null || true
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/runtime.stamp
	@echo "正在安装测试工具……"
	@$(PIP) install -q --require-hashes -r requirements/dev.txt
	@$(PIP) uninstall -q -y setuptools 2>/dev/null || true
	@touch $@
