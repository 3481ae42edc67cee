-- The signature of one cash transaction (SAF-T Cash Register 1.0): HMAC-SHA1 in Base64 over
-- previousSignature;transDate;transTime;nr;transAmntIn;transAmntEx, with '0' before a register's first.
CREATE OR REPLACE FUNCTION journal_signature(
  previous_signature text, trans_date date, trans_time time, nr bigint, amount_in_ore bigint, amount_ex_ore bigint,
  signing_key bytea)
RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT encode(hmac(convert_to(concat_ws(';',
    previous_signature, to_char(trans_date, 'YYYY-MM-DD'), to_char(trans_time, 'HH24:MI:SS'), nr,
    to_char(amount_in_ore / 100.0, 'FM9999999999990.00'), to_char(amount_ex_ore / 100.0, 'FM9999999999990.00')),
    'UTF8'), signing_key, 'sha1'), 'base64')
$$;
