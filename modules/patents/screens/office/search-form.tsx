import { Button, Input } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import type { SearchFilter } from '../../contract.ts'
import { useSay } from './say.ts'

/** The query, the filing years and the class; what has few values is chosen at the side. */
export function SearchForm({ filter, onSearch }: { filter: SearchFilter; onSearch: (filter: SearchFilter) => void }) {
  const say = useSay()
  const id = useId()
  const [query, setQuery] = useState(filter.query ?? '')
  const [yearFrom, setYearFrom] = useState(String(filter.yearFrom ?? ''))
  const [yearTo, setYearTo] = useState(String(filter.yearTo ?? ''))
  const [ipc, setIpc] = useState(filter.ipc ?? '')
  const search = (event: FormEvent) => {
    event.preventDefault()
    const { query: _, yearFrom: __, yearTo: ___, ipc: ____, ...rest } = filter
    onSearch({
      ...rest,
      ...(query.trim() ? { query: query.trim() } : {}),
      ...(yearFrom.trim() ? { yearFrom: yearFrom.trim() } : {}),
      ...(yearTo.trim() ? { yearTo: yearTo.trim() } : {}),
      ...(ipc.trim() ? { ipc: ipc.trim().toUpperCase() } : {}),
    })
  }
  return (
    <form className="search-form" onSubmit={search}>
      <Input
        className="search-query"
        type="search"
        aria-label={say('search.query')}
        placeholder={say('search.query.hint')}
        value={query}
        maxLength={400}
        onChange={(event) => setQuery(event.target.value)}
      />
      <span className="search-years">
        <span aria-hidden="true">{say('search.years')}</span>
        <Input
          aria-label={say('search.year.from')}
          inputMode="numeric"
          maxLength={4}
          value={yearFrom}
          onChange={(event) => setYearFrom(event.target.value)}
        />
        <span aria-hidden="true">{say('search.year.between')}</span>
        <Input
          aria-label={say('search.year.to')}
          inputMode="numeric"
          maxLength={4}
          value={yearTo}
          onChange={(event) => setYearTo(event.target.value)}
        />
      </span>
      <span className="search-ipc">
        <label htmlFor={`${id}ipc`}>{say('search.ipc')}</label>
        <Input id={`${id}ipc`} value={ipc} maxLength={20} onChange={(event) => setIpc(event.target.value)} />
      </span>
      <Button type="primary" htmlType="submit">
        {say('search.do')}
      </Button>
    </form>
  )
}
