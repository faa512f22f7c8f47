/** The superuser of the embedded server: launcher, migrations, backup. Nothing that answers a request connects as it. */
export const OWNER = 'zhizhou_owner'

/** The role the product works as; it owns nothing and changes no table's shape. */
export const APP = 'zhizhou_app'

/** The database that holds the product. */
export const DATABASE = 'zhizhou'

/** The oldest PostgreSQL the product runs on. */
export const OLDEST_MAJOR = 15
