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

function Matrix({ matrix }: { matrix: RoleMatrix }) {
  const say = useSay()
  const parts = [...new Set(matrix.acts.map((act) => act.part))]
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
          {matrix.acts
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
