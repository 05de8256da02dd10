-- A calendar feed of an account: whoever holds its token reads what the account's person may see, without signing in. token_hash is
-- the SHA-256 of the token, which is kept nowhere.
create table calendar_feeds (
    account_id uuid primary key references accounts (id),
    token_hash text not null,
    made_at timestamptz not null,
    constraint calendar_feeds_token unique (token_hash)
);
