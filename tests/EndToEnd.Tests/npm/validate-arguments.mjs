// Says which instances each schema accepts: node validate-arguments.mjs CASES
// CASES has {"schema": ..., "instances": [...]} on each line; its reply is a line of one 1 or 0 for each instance.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const ajv = new Ajv2020();
for (const line of readFileSync(process.argv[2], "utf8").split("\n")) {
  const { schema, instances } = JSON.parse(line);
  const validate = ajv.compile(schema);
  console.log(instances.map((instance) => (validate(instance) ? 1 : 0)).join(""));
}
