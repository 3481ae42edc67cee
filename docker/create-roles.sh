#!/bin/sh
# Run by the PostgreSQL image the first time: the database, its owner, and the role of the API, which owns nothing.
set -eu
psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
  --set=owner_password="$OWNER_PASSWORD" --set=app_password="$APP_PASSWORD" <<'SQL'
CREATE ROLE kantinekortet_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE kantinekortet_app LOGIN PASSWORD :'app_password';
CREATE DATABASE kantinekortet OWNER kantinekortet_owner;
SQL
