// @ts-check
// The script's types from the schema of the data block: reads it, writes TypeScript declarations.
import { text } from "node:stream/consumers";
import { compile } from "json-schema-to-typescript";

const schema = JSON.parse(await text(process.stdin));
const types = await compile(schema, "MapData", {
  additionalProperties: false,
  bannerComment: "// Made by `make front` from geo/web/contract.py.",
});
process.stdout.write(types);
