// Which columns a selection needs. A document's syntax tree stays the same as long as it is cached, so this is found
// out once a document.
const COLUMNS = {
  id: 'id',
  name: 'name',
  email: 'email',
  phone: 'phone',
  company: 'company',
  role: 'role',
  location: 'location',
  timeZone: 'time_zone AS "timeZone"',
  website: 'website',
  source: 'source',
  stage: 'stage',
  score: 'score',
  doNotContact: 'do_not_contact AS "doNotContact"',
  createdAt: 'created_at AS "createdAt"',
  updatedAt: 'updated_at AS "updatedAt"',
  campaign: 'campaign_id AS "campaignId"'
}

const known = new WeakMap()

function remembered (info, find) {
  const [field] = info.fieldNodes
  let found = known.get(field)
  if (found === undefined) {
    found = find(field)
    known.set(field, found)
  }
  return found
}

function children (field) {
  return new Map(field.selectionSet.selections.map((selection) => [selection.name.value, selection]))
}

export function leadColumns (names) {
  return [...new Set(['id', ...names])].map((name) => COLUMNS[name]).filter(Boolean).join(', ')
}

export function leadProjection (info) {
  return remembered(info, (field) => [...children(field).keys()])
}

export function leadsProjection (info) {
  return remembered(info, (field) => {
    const parts = children(field)
    const pageInfo = parts.has('pageInfo')
    const names = parts.has('nodes') ? [...children(parts.get('nodes')).keys()] : []
    return { page: pageInfo || parts.has('nodes'), pageInfo, columns: leadColumns(pageInfo ? [...names, 'createdAt'] : names) }
  })
}
