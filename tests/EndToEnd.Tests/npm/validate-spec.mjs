// Checks a spec folder against the schema that lies in it: node validate-spec.mjs SPEC_FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const folder = process.argv[2];
const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const ajv = new Ajv2020({ allErrors: true, strict: false });
addFormats(ajv);
const validate = ajv.compile(read(join(folder, "clickup-tools.schema.json")));

const files = [
  join(folder, "clickup-tools.json"),
  ...readdirSync(join(folder, "tools"))
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(folder, "tools", name)),
];
let failures = 0;
for (const file of files) {
  if (validate(read(file))) continue;
  for (const error of validate.errors) {
    failures++;
    console.error(`${file}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
  }
}
console.log(`${files.length} spec files, ${failures} schema errors`);
process.exit(failures === 0 ? 0 : 1);
