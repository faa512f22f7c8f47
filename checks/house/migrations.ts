/** One sentence for each migration that is not named by its day, its number on that day and its subject. */
export function wronglyNamedMigrations(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.flatMap((name) => {
    const found = /^(\d{4}-\d{2}-\d{2})-(\d{2})-[a-z0-9]+(-[a-z0-9]+)*\.sql$/.exec(name)
    if (!found || !isDay(found[1]!)) return [`${name}: a migration is named 2026-11-22-01-subject.sql`]
    const place = `${found[1]}-${found[2]}`
    if (seen.has(place)) return [`${name}: ${place} is taken; migrations run in the order of their names`]
    seen.add(place)
    return []
  })
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
