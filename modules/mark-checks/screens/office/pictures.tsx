import { addressOf, momentText, Section, sizeText } from '#ui'
import type { Picture } from '../../contract.ts'
import { useSay } from './wire.ts'

/** The photos of the goods, then the screenshots that no result cites; each opens in full. */
export function Pictures({ pictures }: { pictures: readonly Picture[] }) {
  const say = useSay()
  const photos = pictures.filter((one) => one.takenAt !== null)
  const others = pictures.filter((one) => one.takenAt === null)
  return (
    <>
      {photos.length ? (
        <Section title={say('pictures.photos', { count: photos.length })}>
          <PictureRow pictures={photos} />
        </Section>
      ) : null}
      {others.length ? (
        <Section title={say('pictures.others')}>
          <PictureRow pictures={others} />
        </Section>
      ) : null}
    </>
  )
}

function PictureRow({ pictures }: { pictures: readonly Picture[] }) {
  const say = useSay()
  return (
    <ul className="pictures">
      {pictures.map((one) => {
        const address = addressOf('GET /api/mark-checks/screenshots/:id', { params: { id: one.id } })
        return (
          <li key={one.id}>
            <figure>
              {one.kind === 'pdf' ? (
                <a href={address} download>
                  {one.fileName}（{sizeText(one.size)}）
                </a>
              ) : (
                <a href={address} target="_blank" rel="noreferrer">
                  <img className="picture" src={address} alt={say('pictures.open', { name: one.fileName })} />
                </a>
              )}
              <figcaption className="faint">
                <div>{one.by}</div>
                <div className="whole">{momentText(one.takenAt ?? one.at)}</div>
              </figcaption>
            </figure>
          </li>
        )
      })}
    </ul>
  )
}
