import type { Permissions } from './permission.ts'

const PROGRAM = { hats: [], program: true } as const
const MACHINE = { hats: [], operatorOnly: true, inPerson: true } as const

export const upkeep: Permissions = {
  'upkeep.sealAudit': { does: 'Chain the audit lines that are new', ...PROGRAM },
  'upkeep.seeAudit': { does: 'Read the audit: who did what on which day, never content', hats: ['auditor', 'owner'] },
  'upkeep.verifyAudit': {
    does: 'Check that no audit line was changed or removed',
    hats: ['auditor', 'owner'],
    program: true,
  },
  'upkeep.retain': { does: 'Delete what has been kept long enough', ...PROGRAM },
  'upkeep.applyErasures': { does: 'Erase again, after a restore, whoever was erased since the backup', ...PROGRAM },
  'upkeep.seeRetention': { does: 'See what was deleted because it was kept long enough', hats: ['auditor', 'owner'] },
  'upkeep.seeRecord': {
    does: 'See the record of processing: what is held, why, for whom, how long',
    hats: ['auditor', 'owner'],
  },
  'upkeep.backUp': { does: 'Copy the data, without the keys to what is sealed in it', ...MACHINE },
  'upkeep.backUpKeys': { does: 'Copy the keys, wrapped, for thirty days', ...MACHINE },
  'upkeep.restore': { does: 'Put a backup into an empty place, without those who were erased since', ...MACHINE },
  'upkeep.rotateKeys': { does: 'Wrap every key anew with a new root key', hats: ['owner'], inPerson: true },
  'upkeep.seeDoctor': { does: 'See every promise and its state on this installation', hats: ['owner', 'auditor'] },
}
