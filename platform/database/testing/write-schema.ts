import { describeSchema } from '../schema/describe.ts'
import { SCHEMA_FILES, writeSchemaFiles } from '../schema/files.ts'
import { aDatabase } from './index.ts'

// node platform/database/testing/write-schema.ts: runs the migrations on an empty database and writes down what they made.
const database = await aDatabase<object>()
const texts = await database.owner.withClient(describeSchema)
writeSchemaFiles(texts)
await database.drop()
console.log(`${texts.map(({ name }) => name).join(', ')} → ${SCHEMA_FILES}`)
