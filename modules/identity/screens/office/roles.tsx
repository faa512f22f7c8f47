import { useQuery } from '@tanstack/react-query'
import { Tag } from 'antd'
import { Answer, BoxedTable, Page, Section } from '#ui'
import type { RoleMatrix } from '../../contract.ts'
import { ask, useSay } from './wire.ts'
import './identity.css'

/** 角色与权限: the matrix as the code has it. */
export default function Roles() {
  const say = useSay()
  const matrix = useQuery({ queryKey: ['identity', 'roles'], queryFn: () => ask('GET /api/identity/roles') })
  return (
    <Page title={say('roles.title')} under={<p className="faint">{say('roles.text')}</p>}>
      <Answer to={matrix}>
        {(answer) => (
          <>
            <Matrix matrix={answer} />
            <ByProduct acts={answer.acts.filter((act) => act.roles.length === 0)} />
            <Section title={say('roles.list')}>
              <dl className="role-list">
                {answer.roles.map((role) => (
                  <div key={role.role}>
                    <dt>
                      {role.name} <span className="faint">{say(`side.${role.side}`)}</span>
                    </dt>
                    <dd>{role.description}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          </>
        )}
      </Answer>
    </Page>
  )
}

/** What nobody holds: done by the product as it runs, or by command on the server; told apart, so that no empty row stands in the table. */
function ByProduct({ acts }: { acts: RoleMatrix['acts'] }) {
  const say = useSay()
  if (acts.length === 0) return null
  return (
    <Section title={say('roles.product.title')}>
      <p className="faint">{say('roles.product')}</p>
      <ul className="by-product">
        {acts.map((act) => (
          <li key={act.act}>
            {act.word} <span className="faint">{act.part}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Matrix({ matrix }: { matrix: RoleMatrix }) {
  const say = useSay()
  const held = matrix.acts.filter((act) => act.roles.length > 0)
  const parts = [...new Set(held.map((act) => act.part))]
  return (
    <BoxedTable label={say('roles.title')} className="matrix">
      <thead>
        <tr>
          <th scope="col">{say('roles.acts')}</th>
          {matrix.roles.map((role) => (
            <th key={role.role} scope="col">
              {role.name}
            </th>
          ))}
        </tr>
      </thead>
      {parts.map((part) => (
        <tbody key={part}>
          <tr>
            <th scope="colgroup" colSpan={matrix.roles.length + 1} className="matrix-part">
              {part}
            </th>
          </tr>
          {held
            .filter((act) => act.part === part)
            .map((act) => (
              <tr key={act.act}>
                <th scope="row">
                  {act.word} {act.secondPerson ? <Tag color="processing">{say('roles.second')}</Tag> : null}
                </th>
                {matrix.roles.map((role) => (
                  <td key={role.role}>
                    {act.roles.includes(role.role) ? (
                      <span role="img" aria-label={say('roles.may')}>
                        ●
                      </span>
                    ) : null}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      ))}
    </BoxedTable>
  )
}
