import { aDatabase } from '../testing/index.ts'
import { describeSchema } from './describe.ts'
import { SCHEMA_FILES, writeSchemaFiles } from './files.ts'

// node platform/database/schema/write.ts: runs the migrations on an empty database and writes down what they made.
const database = await aDatabase<object>()
const texts = await database.owner.withClient(describeSchema)
writeSchemaFiles(texts)
await database.drop()
console.log(`${texts.map(({ name }) => name).join(', ')} → ${SCHEMA_FILES}`)
