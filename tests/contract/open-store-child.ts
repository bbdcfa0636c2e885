import { openStore } from '@/lib/edges/store/open-store'

const [file = '', id = ''] = process.argv.slice(2)
const at = '2026-01-01T10:00:00.000Z'
const store = await openStore(file)
await store.create({ id, owner: 'guest', status: 'active', createdAt: at, updatedAt: at }, [])
console.log('created')
