import pg from 'pg'; import {readFileSync} from 'node:fs';
const port=process.argv[2], user=process.argv[3], pw=process.argv[4];
const c=new pg.Client({host:'127.0.0.1',port:+port,user,password:pw,database:process.argv[6]??'kantinekortet'}); await c.connect();
const r=await c.query(process.argv[5]); for(const row of r.rows) console.log(Object.values(row).join(' | ')); await c.end();
